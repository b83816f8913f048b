namespace ReviewInsights.Privacy;

/// <summary>What a word of <c>lexicons/privacy/words.tsv</c> does; a word may do several things. In the order of the names there.</summary>
[Flags]
internal enum WordRoles
{
    Nothing = 0,
    PhoneCue = 1 << 0,
    IdCardCue = 1 << 1,
    BankCardCue = 1 << 2,
    OrderCue = 1 << 3,
    AccountCue = 1 << 4,
    AccountMaybeCue = 1 << 5,
    AddressCue = 1 << 6,
    Carrier = 1 << 7,
    Filler = 1 << 8,
    Unit = 1 << 9,
    Area = 1 << 10,
    Region = 1 << 11,
    Town = 1 << 12,
    Road = 1 << 13,
    Place = 1 << 14,
    House = 1 << 15,
    Building = 1 << 16,
    Floor = 1 << 17,
    Stop = 1 << 18,
    Lookalike = 1 << 19,

    Cues = PhoneCue | IdCardCue | BankCardCue | OrderCue | AccountCue | AccountMaybeCue | AddressCue,
    NameEnds = Region | Town | Road | Place,
    NumberEnds = House | Building | Floor,
}
