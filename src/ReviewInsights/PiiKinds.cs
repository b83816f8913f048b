namespace ReviewInsights;

/// <summary>Kinds of personal data that a review may hold. Names of persons are not among them: no rule tells them from words.</summary>
[Flags]
public enum PiiKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Number of a mobile phone or a land line. Lines of companies (400, 800, five digits) are not personal.</summary>
    Phone = 1,

    /// <summary>Number of a resident identity card, of 18 or 15 characters (GB 11643).</summary>
    IdCard = 2,

    /// <summary>Number of a bank card, 15 to 19 digits.</summary>
    BankCard = 4,

    /// <summary>Number of an order, a parcel or a payment.</summary>
    Order = 8,

    /// <summary>E-mail address.</summary>
    Mail = 16,

    /// <summary>Name or number of an account of WeChat, QQ and the like.</summary>
    Account = 32,

    /// <summary>Postal address that leads to a road or a house.</summary>
    Address = 64,

    /// <summary>All of them.</summary>
    All = Phone | IdCard | BankCard | Order | Mail | Account | Address,
}
