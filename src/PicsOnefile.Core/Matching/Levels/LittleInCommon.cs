using System;
using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>What the names have in common is too little of the whole.</summary>
internal sealed class LittleInCommon : OrganisationNameLevel
{
    public override string Words => "different names";

    public override Direction Direction => Direction.Against;

    public override Role Role => Role.Veto;

    public override bool Holds(in OrganisationNamePair pair) => pair.AgreesTooLittle && !pair.OneIsPart;

    public override float Bits(in OrganisationNamePair pair) => Math.Min(pair.Weight, OtherName.Weight);

    public override LevelSet Implies(in OrganisationNamePair pair) => Level.NameContradicts;
}
