from __future__ import annotations

import pytest

from sayso.reading.language import language_of

SAMPLES = {
    "en": "The minister said on Monday that the troops had left the town and that the road was open.",
    "de": (
        "Der Minister sagte am Montag, dass die Truppen die Stadt verlassen haben und die Straße offen ist."
    ),
    "fr": (
        "Le ministre a déclaré lundi que les troupes avaient quitté la ville et que la route était ouverte."
    ),
    "es": (
        "El ministro dijo el lunes que las tropas habían salido de la ciudad y que la "
        "carretera estaba abierta."
    ),
    "it": "Il ministro ha detto lunedì che le truppe avevano lasciato la città e che la strada era aperta.",
    "pt": (
        "O ministro disse na segunda-feira que as tropas não tinham deixado a cidade e "
        "que a estrada foi aberta."
    ),
    "nl": "De minister zei maandag dat de troepen de stad hadden verlaten en dat de weg weer open was.",
    "tr": (
        "Bakan pazartesi günü birliklerin şehirden ayrıldığını ve yolun açık olduğunu "
        "söyledi, ancak bir şey daha var."
    ),
    "ru": "Министр заявил в понедельник, что войска покинули город и что дорога была открыта.",
    "uk": "Міністр заявив у понеділок, що війська залишили місто і що дорога була відкрита.",
    "ar": "قال الوزير يوم الاثنين إن القوات غادرت المدينة وإن الطريق كانت مفتوحة",
    "fa": "وزیر روز دوشنبه گفت که نیروها شهر را ترک کرده‌اند و جاده باز است",
    "he": "השר אמר ביום שני כי הכוחות עזבו את העיר וכי הכביש פתוח",
    "zh": "部长星期一表示部队已经离开该市道路已经开放并且没有人受伤这是一个好消息",
    "ja": "大臣は月曜日に部隊が町を離れ、道路が開いていると述べた。",
    "ko": "장관은 월요일 부대가 도시를 떠났고 도로가 열려 있다고 말했다",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_a_sentence_of_news_is_enough_to_tell(language: str) -> None:
    assert language_of(SAMPLES[language]) == language


@pytest.mark.parametrize(
    "text", ["", "OK", "Rebels seize town", "12 34 56 78 90", "Corrin Toll Velling Marsh " * 5, "a b " * 50]
)
def test_too_little_or_only_names_has_no_language(text: str) -> None:
    assert language_of(text) is None
