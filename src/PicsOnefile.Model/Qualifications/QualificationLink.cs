namespace PicsOnefile;

/// <summary>A learning aim of Onefile and the PICSWeb qualification that PICSWeb would find it by, or either alone.</summary>
public sealed record QualificationLink : DatedRecord
{
    /// <summary>The code both sides share, or the code of the one side there is.</summary>
    public string? Code { get; init; }

    /// <summary>How they pair up.</summary>
    public QualificationLinkState State { get; init; }

    /// <summary>PICSWeb's key of the qualification, or null.</summary>
    public string? QualificationId { get; init; }

    /// <summary>The qualification's title.</summary>
    public string? QualificationTitle { get; init; }

    /// <summary>The qualification's VQ Reference.</summary>
    public string? VqReference { get; init; }

    /// <summary>Onefile's ID of the learning aim, or null.</summary>
    public string? StandardId { get; init; }

    /// <summary>The learning aim's title.</summary>
    public string? LearningAimTitle { get; init; }

    /// <summary>The centre whose list holds the learning aim.</summary>
    public string? CentreId { get; init; }

    /// <summary>Why the state is what it is, in a sentence.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Describes it in few words: the ID and the name.</summary>
    public override string ToString() => Described.By(Code ?? QualificationId, LearningAimTitle ?? QualificationTitle);
}
