namespace PicsOnefile.Matching.Evidence;

/// <summary>A level of the comparison of organisations' names.</summary>
internal abstract class OrganisationNameLevel : ComparisonLevel
{
    /// <summary>The condition, as far as the levels before it do not hold.</summary>
    /// <param name="pair">The names.</param>
    public abstract bool Holds(in OrganisationNamePair pair);

    /// <summary>The weight in bits.</summary>
    /// <param name="pair">The names.</param>
    public virtual float Bits(in OrganisationNamePair pair) => pair.Weight;

    /// <summary>The levels that hold with it: what the names say together.</summary>
    /// <param name="pair">The names.</param>
    public virtual LevelSet Implies(in OrganisationNamePair pair) => default;
}
