using System.Collections.Generic;
using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The e-mail address is the same, and several records, an office or namesakes may have it.</summary>
internal sealed class SharedEmail : ComparisonLevel<ContactPair>
{
    public override string Words => "same e-mail address, but shared";

    public override Role Role => Role.SecondAccount | Role.Confirms;

    public override IReadOnlyList<Combination> Combinations =>
        [new("same e-mail address, but made of the name as a namesake's would be", Direction.For, Level.EmailFromName)];

    public override bool Holds(in ContactPair pair, LevelSet seen) => pair.SameEmail;

    public override float Bits(in ContactPair pair) => pair.EmailBits(SameEmail.M(pair), shared: true);
}
