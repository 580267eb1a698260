"""Which language a text is in, by its script and its small words."""

from __future__ import annotations

import re
from collections import Counter

# The words that no text of a language does without, chosen to differ between neighbours.
_SMALL_WORDS: dict[str, str] = {
    "en": (
        "the of and to in that is was for on with as by it he at from his are be were this said has have "
        "not an but had will their they which been who would its after"
    ),
    "de": (
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an er "
        "hat aus bei sind nach wurde sie wird einer um am noch wie einem über"
    ),
    "fr": (
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont "
        "avec son cette aux ont ses mais été comme elle"
    ),
    "es": (
        "de la que el en y a los se del las un por con una para no su al es lo como más pero sus le ha "
        "este fue entre desde según también"
    ),
    "pt": (
        "de a que o e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das "
        "tem à seu sua ou ser são está pelo também"
    ),
    "it": (
        "di che e la il un a per in una è del non sono della con le si i da dei più nel gli al ha anche "
        "alla come lo delle dal ma su era"
    ),
    "nl": (
        "de van het een en in is dat op te zijn voor met die niet aan er om ook als maar door bij uit "
        "naar heeft hij werd wordt dan nog over deze"
    ),
    "sv": (
        "och i att det som en på är av för med den till inte har de om ett han men var jag sig från vi så "
        "kan när under efter sade"
    ),
    "da": (
        "og i at det er en til på af som for med de den har ikke der han et om var sig men fra også efter "
        "være kan blev skal ved"
    ),
    "no": (
        "og i det er på til som en å av for med at ikke har de den han var om et men seg fra også etter "
        "være kan ble skal ved"
    ),
    "fi": (
        "ja on ei että se oli hän mutta ovat myös kun joka mukaan kuin sen ole jos vain niin hänen sekä "
        "tai ollut sanoi olisi"
    ),
    "pl": (
        "w i na z się nie do to że jest o jak po za od przez ale co są dla był tym oraz jego który tak "
        "być przed"
    ),
    "cs": (
        "a v se na je že to s z do o i ve za by ale pro jako k po jsou který také od jeho byl podle ze "
        "není při"
    ),
    "sk": "a v sa na je že to s z do o i vo za by ale pre ako k po sú ktorý aj od jeho bol podľa zo nie pri",
    "hu": (
        "a az és hogy nem is egy van volt ez meg de csak már még azt szerint mint el vagy ki után lesz "
        "kell ami"
    ),
    "ro": (
        "de și în a la cu nu pe să că este un o din care pentru mai sunt fost au al prin lui cel ale după dar"
    ),
    "tr": (
        "ve bir bu da de için ile olarak olan daha çok en gibi kadar sonra ise ancak göre olduğu dedi ne "
        "var değil tarafından"
    ),
    "id": (
        "yang dan di dengan untuk dari ini itu dalam tidak pada akan ke adalah juga oleh tersebut mereka "
        "telah ada bahwa karena kata"
    ),
    "vi": "của và là các trong được có một cho không người với này những đã để khi từ đến tại về ông theo",
    "sq": "dhe të e në për një që me nga se është i do ka si kjo u më por janë nuk pas edhe",
    "hr": "je i u na se da su za od s o kako a koji će to ne bi iz što nije kao biti ali rekao",
    "so": "oo ka ku iyo in uu waxa waa la u ayaa kale ah ee soo si wax lagu",
    "sw": "ya na wa kwa ni katika la za kuwa hiyo huo cha yake hao kama lakini baada alisema",
    "tl": "ang ng sa mga na ay at si para ni kay nang din ito siya hindi niya may",
    "ca": "de la el i que a els en les per un amb una del es no als són ha però seva més dels també",
    "et": "ja on ei et see oli ta kui mis aga ka oma ning pole siis veel ole nende tema",
    "lt": "ir yra kad į su tai iš apie buvo ne bet jis kaip po už dėl tik pagal jos taip",
    "lv": "un ir ka no ar uz par tas bija arī kas kā bet nav pēc viņš šo tiek pie lai",
}
_WORD = re.compile(r"[^\W\d_]+")
_FIRST_CHARACTERS = 20_000
_FEWEST_WORDS = 8
_FEWEST_LETTERS = 20
# In running text about two words in five are on a language's list; names and lists of figures have none.
_LEAST_SHARE = 0.12
_FEWEST_SMALL_WORDS = 3

# (first, last) code point of a script that one language writes, or that leads to a closer look.
_SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x052F, "cyrillic"),
    (0x0530, 0x058F, "hy"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x077F, "arabic"),
    (0x0900, 0x097F, "hi"),
    (0x0980, 0x09FF, "bn"),
    (0x0A00, 0x0A7F, "pa"),
    (0x0A80, 0x0AFF, "gu"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0C00, 0x0C7F, "te"),
    (0x0C80, 0x0CFF, "kn"),
    (0x0D00, 0x0D7F, "ml"),
    (0x0D80, 0x0DFF, "si"),
    (0x0E00, 0x0E7F, "th"),
    (0x0E80, 0x0EFF, "lo"),
    (0x1000, 0x109F, "my"),
    (0x10A0, 0x10FF, "ka"),
    (0x1200, 0x137F, "am"),
    (0x1780, 0x17FF, "km"),
    (0x3040, 0x30FF, "ja"),
    (0x4E00, 0x9FFF, "han"),
    (0xAC00, 0xD7AF, "ko"),
)
# Letters that only one of the languages sharing a script has; the last entry is the usual one.
_TELLING: dict[str, tuple[tuple[str, str], ...]] = {
    "cyrillic": (
        ("uk", "іїєґ"),
        ("be", "ў"),
        ("sr", "ђћџљњј"),
        ("mk", "ѓќѕ"),
        ("kk", "әғқңөұ"),
        ("ru", "ыэё"),
        ("bg", "ъ"),
    ),
    "arabic": (("ur", "ٹڈڑےں"), ("fa", "پچژگی"), ("ar", "ةىيكأإ")),
}
_TELLING_SHARE = 0.004


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language a text is in, None where it is too short or unlike any known one.

    Only the first 20,000 characters are looked at. The same text always gives the same answer.
    """
    sample = text[:_FIRST_CHARACTERS].lower()
    letters = [character for character in sample if character.isalpha()]
    if len(letters) < _FEWEST_LETTERS:
        return None
    script = _script(letters)
    return _by_small_words(sample) if script is None else _by_letters(script, letters)


def _script(letters: list[str]) -> str | None:
    """The script that more than half of the letters are in, None for Latin and the unknown."""
    counts: Counter[str | None] = Counter()
    for letter, count in Counter(letters).items():
        counts[_script_of(ord(letter))] += count
    if counts["ja"] > 0.1 * len(letters):
        return "ja"
    script, count = counts.most_common(1)[0]
    return script if count > len(letters) / 2 else None


def _script_of(code: int) -> str | None:
    return next((name for first, last, name in _SCRIPTS if first <= code <= last), None)


def _by_letters(script: str, letters: list[str]) -> str | None:
    if script == "han":
        return "zh"
    if script not in _TELLING:
        return script
    counts = Counter(letters)
    for language, telling in _TELLING[script]:
        if sum(counts[letter] for letter in telling) > _TELLING_SHARE * len(letters):
            return language
    return None


def _by_small_words(sample: str) -> str | None:
    words = Counter(_WORD.findall(sample))
    total = words.total()
    if total < _FEWEST_WORDS:
        return None
    scores = {language: sum(words[word] for word in small) for language, small in _PROFILES.items()}
    best = max(scores, key=lambda language: scores[language])
    distinct = sum(word in words for word in _PROFILES[best])
    return best if distinct >= _FEWEST_SMALL_WORDS and scores[best] >= _LEAST_SHARE * total else None


_PROFILES = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
