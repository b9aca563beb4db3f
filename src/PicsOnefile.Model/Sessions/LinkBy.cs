namespace PicsOnefile;

/// <summary>What ties a PICSWeb record to a Onefile record. It is never guessed: with several centres the administrator says which.</summary>
public enum LinkBy
{
    /// <summary>PICSWeb's <i>Additional ID</i> (also <i>Other System ID</i>) holds the Onefile ID. For customers with one Onefile centre.</summary>
    AdditionalId,

    /// <summary>Onefile's <i>MIS Value</i> equals the PICSWeb <i>Ident</i>, in every centre. For customers with several centres.</summary>
    MisValue,
}
