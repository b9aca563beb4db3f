namespace PicsOnefile.Linking;

/// <summary>The known facts of one link; the table in <see cref="LinkStates"/> gives the state for them.</summary>
internal sealed record LinkFacts
{
    public IPicsWebRecord? PicsWeb { get; init; }

    public IOnefileRecord? Onefile { get; init; }

    /// <summary>The value that ties the two: the Additional ID, or the MIS Value.</summary>
    public string? Value { get; init; }

    /// <summary>The other side's ID that the value is once an invisible character is taken out; null for any other value.</summary>
    public string? Hidden { get; init; }

    /// <summary>True where the value names a record of the other side, or did so when it was recorded.</summary>
    public bool Tied { get; init; }

    /// <summary>How many live PICSWeb records hold this Onefile ID, or accounts of this centre this MIS Value.</summary>
    public int Carriers { get; init; }

    /// <summary>True where no list shows the named record, and no single read has confirmed that it is gone.</summary>
    public bool Unconfirmed { get; init; }

    public Cache.RecordedLink? Recorded { get; init; }

    /// <summary>True where the recorded link is on the worklist and the field is unchanged since then.</summary>
    public bool Waits { get; init; }

    /// <summary>True where a person says that the link on the worklist was keyed in.</summary>
    public bool KeyedIn { get; init; }

    /// <summary>The Onefile record that a link on the worklist will lead to.</summary>
    public IOnefileRecord? Promised { get; init; }

    /// <summary>How the link differs from the recorded one, in a sentence; null where it does not.</summary>
    public string? Drift { get; init; }

    /// <summary>The environment of a recorded link to this very ID that was made elsewhere.</summary>
    public OnefileEnvironment? OtherEnvironment { get; init; }

    public LinkExclusion? Exclusion { get; init; }
}
