using System.Collections.Generic;

namespace PicsOnefile.Benchmarks.Matching;

/// <summary>What one run of the matching came to, judged by truth.</summary>
public sealed record RunMeasures
{
    public int Onefile { get; init; }

    public int PicsWeb { get; init; }

    public int Certain { get; init; }

    /// <summary>Certain candidates that are no right link, each described for a person who studies it.</summary>
    public required IReadOnlyList<string> WrongCertain { get; init; }

    /// <summary>PICSWeb records (in several centres: in each centre) with a live, unlinked account or placement to compare by more than the name.</summary>
    public int Findable { get; init; }

    /// <summary>Those of them that have a right Certain candidate.</summary>
    public int Found { get; init; }

    /// <summary>Those of <see cref="Findable"/> that may be Certain at all: one live account, and what the rules ask for.</summary>
    public int Allowed { get; init; }

    /// <summary>Those that are not <see cref="Found"/>, by the reasons and conflicts shown instead.</summary>
    public required IReadOnlyList<(string Class, string Description)> Missed { get; init; }

    /// <summary>Live, unlinked Onefile records with an unlinked true partner, and how many of them name it first.</summary>
    public int WithPartner { get; init; }

    public int PartnerFirst { get; init; }

    /// <summary>Pairs of a live Onefile record and its PICSWeb record, neither of them linked already, whatever is filled in.</summary>
    public int TruePairs { get; init; }

    /// <summary>Those of <see cref="TruePairs"/> that are Certain.</summary>
    public int TrueCertain { get; init; }

    /// <summary>Those of <see cref="TruePairs"/> that are the first candidate of the Onefile record.</summary>
    public int TrueFirst { get; init; }

    /// <summary>
    /// Those of <see cref="TruePairs"/> that are a candidate at all, of whatever rank. The others were never compared, or are below the floor.
    /// </summary>
    public int TrueListed { get; init; }

    /// <summary>The probabilities of the proposals, one for each Onefile record, against the truth. An account that is archived is right too.</summary>
    public required Calibration Calibration { get; init; }

    /// <summary>Proposals below Certain that a person has to decide.</summary>
    public int LeftToPerson { get; init; }

    /// <summary>Those of <see cref="LeftToPerson"/> that are right.</summary>
    public int LeftAndRight { get; init; }

    public double ExpectedWrongLinks { get; init; }

    public int CertainByNameAlone { get; init; }

    public int HeldBackByRisk { get; init; }

    public double Seconds { get; init; }

    /// <summary>Null where there is nothing but names to compare.</summary>
    public double? Recall => Share(Found, Findable);

    /// <summary>No matching that keeps to the rules has more.</summary>
    public double? MostRecall => Share(Allowed, Findable);

    public double? First => Share(PartnerFirst, WithPartner);

    public double? TrueRecall => Share(TrueCertain, TruePairs);

    public double? TrueFirstShare => Share(TrueFirst, TruePairs);

    public double? BlockingRecall => Share(TrueListed, TruePairs);

    private static double? Share(int count, int of) => of == 0 ? null : (double)count / of;
}
