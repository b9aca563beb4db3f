using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PicsOnefile.Sandbox.World.Generation;

namespace PicsOnefile.Sandbox.World;

/// <summary>
/// Everything that both systems hold, and who is who. The records are plain and mutable. A reader or writer takes <see cref="Gate"/> while the server runs.
/// Lists come in the order of the IDs, so that the same seed always reads the same.
/// </summary>
public sealed class TwinWorld
{
    private int _lastEntity;

    /// <summary>The lock over all records.</summary>
    public Lock Gate { get; } = new();

    public int CustomerId { get; set; } = 7001;

    public string CustomerName { get; set; } = "";

    public SortedDictionary<int, Centre> Centres { get; } = [];

    public SortedDictionary<int, OnefileUser> Users { get; } = [];

    public SortedDictionary<int, Placement> Placements { get; } = [];

    public SortedDictionary<int, Classroom> Classrooms { get; } = [];

    /// <summary>The whole catalogue, larger than what any centre has on its own list.</summary>
    public SortedDictionary<int, Standard> Standards { get; } = [];

    public SortedDictionary<string, Unit> Units { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<int, LearningAim> LearningAims { get; } = [];

    public SortedDictionary<int, Officer> Officers { get; } = [];

    public SortedDictionary<int, Organisation> Organisations { get; } = [];

    public SortedDictionary<int, Qualification> Qualifications { get; } = [];

    public SortedDictionary<int, PicsLearner> Learners { get; } = [];

    public IntegrationSettings Integration { get; } = new();

    /// <summary>What noise there is between the two sides' records of people; empty in a world that was read from a folder.</summary>
    public NoiseTally PeopleNoise { get; } = new();

    /// <summary>The same of organisations.</summary>
    public NoiseTally OrganisationNoise { get; } = new();

    /// <summary>With one centre Additional IDs link the records, with several the MIS Values do (domain.md, step 2).</summary>
    public bool HasSeveralCentres => Centres.Count > 1;

    /// <summary>The live and archived accounts of assessors and trainee assessors.</summary>
    public IEnumerable<OnefileUser> Assessors => Users.Values.Where(user => user.IsAssessor);

    /// <summary>A number for a person or organisation that no other has.</summary>
    public int NewEntity() => ++_lastEntity;

    /// <summary>Keeps <see cref="NewEntity"/> clear of a number that was read from outside.</summary>
    public void ReserveEntity(int entity) => _lastEntity = Math.Max(_lastEntity, entity);

    /// <summary>The next free ID of one kind of record.</summary>
    public static int NextId<T>(SortedDictionary<int, T> records, int first = 1) => records.Count == 0 ? first : records.Keys.Last() + 1;

    public Officer? OfficerByIdent(string ident) => Officers.Values.FirstOrDefault(officer => SameIdent(officer.Ident, ident));

    public Organisation? OrganisationByIdent(string ident) => Organisations.Values.FirstOrDefault(organisation => SameIdent(organisation.Ident, ident));

    public PicsLearner? LearnerByIdent(string ident) => Learners.Values.FirstOrDefault(learner => SameIdent(learner.Ident, ident));

    /// <summary>Idents are compared whole: leading zeros count, letter case does not.</summary>
    public static bool SameIdent(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The codes of the learning aims on one centre's own list.</summary>
    public HashSet<string> CodesOf(Centre centre) =>
        centre
            .AssignedStandards.Where(Standards.ContainsKey)
            .Select(id => Standards[id].Code)
            .Where(code => code.Length > 0)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
