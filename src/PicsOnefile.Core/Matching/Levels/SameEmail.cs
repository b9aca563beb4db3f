using System.Collections.Generic;
using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The e-mail address is the same, and one record of each side has it.</summary>
/// <remarks>Estimates, rounded; a firm has several addresses.</remarks>
internal sealed class SameEmail : ComparisonLevel<ContactPair>
{
    private const double OfPeople = 0.8;
    private const double OfOrganisations = 0.6;

    public override string Words => "same e-mail address";

    public override Role Role => Role.OwnMailbox | Role.SecondAccount | Role.Confirms;

    // Namesakes get the same address made of their name.
    public override IReadOnlyList<Combination> Combinations =>
        [
            new(
                "a common name with an e-mail address made of it, and different telephone numbers",
                Direction.Against,
                Level.EmailFromName | Level.DifferentTelephone | Level.CommonName,
                Role.Veto
            ),
        ];

    /// <summary>How often the address is the same among true pairs that have one on both sides.</summary>
    /// <param name="pair">The records.</param>
    public static double M(in ContactPair pair) => pair.OfPeople ? OfPeople : OfOrganisations;

    public override bool Holds(in ContactPair pair, LevelSet seen) => pair.SameEmail && !pair.EmailIsShared;

    public override float Bits(in ContactPair pair) => pair.EmailBits(M(pair), shared: false);
}
