"""The one door out to the public: a type of its own that the whole register does not fit."""
