using System;

namespace PicsOnefile;

/// <summary>An open connection: both sides' state. Pass it as -Connection; without that the last one of the runspace is used.</summary>
public sealed record PicsOnefileConnection
{
    /// <summary>Identifies the connection.</summary>
    public Guid ConnectionId { get; init; }

    /// <summary>The profile's name; "(ad hoc)" where none was given.</summary>
    public string ProfileName { get; init; } = "";

    /// <summary>Onefile's environment.</summary>
    public OnefileEnvironment Environment { get; init; }

    /// <summary>What ties records together.</summary>
    public LinkBy LinkBy { get; init; }

    /// <summary>The customer's name in Onefile.</summary>
    public string CustomerName { get; init; } = "";

    /// <summary>How many centres are in play.</summary>
    public int Centres { get; init; }

    /// <summary>Onefile's base address.</summary>
    public string OnefileAddress { get; init; } = "";

    /// <summary>PICSWeb's address; null where exported lists are used alone.</summary>
    public string? PicsWebAddress { get; init; }

    /// <summary>How PICSWeb is reached: Api, ExportedLists, both, or None.</summary>
    public string PicsWebBy { get; init; } = "";

    /// <summary>The API map's operations that PICSWeb offers, separated by commas.</summary>
    public string AvailableOperations { get; init; } = "";

    /// <summary>The API map's operations that PICSWeb does not offer, separated by commas.</summary>
    public string MissingOperations { get; init; } = "";

    /// <summary>The API map's operations whose availability only the first call shows, separated by commas.</summary>
    public string UnverifiedOperations { get; init; } = "";

    /// <summary>Onefile calls a minute at most.</summary>
    public int CallLimit { get; init; }

    /// <summary>Onefile calls that may still be made in the current minute.</summary>
    public int CallsLeft { get; init; }

    /// <summary>The mapping cache's file.</summary>
    public string CachePath { get; init; } = "";

    /// <summary>When the connection was opened.</summary>
    public DateTimeOffset ConnectedAt { get; init; }

    /// <summary>Describes it in few words: the profile, and the environment.</summary>
    public override string ToString() => Described.By(ProfileName, Environment.ToString());
}
