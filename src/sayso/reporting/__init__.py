"""What a search finds as one file to send or to file: claims and events with all who tell them."""
