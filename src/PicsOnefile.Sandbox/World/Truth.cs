using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Sandbox.World;

/// <summary>The right Onefile records of one officer, organisation or learner.</summary>
/// <param name="Ident">PICSWeb's Ident.</param>
/// <param name="Live">IDs of live records, in every centre; any of them is a right link, with MIS Values one for each centre.</param>
/// <param name="Archived">IDs of archived accounts or inactive placements of the same person or organisation: never a right link.</param>
/// <param name="LastUsed">Of the live ones in each centre, the one used last; the administrator's choice where there are two.</param>
public sealed record TruePartner(string Ident, string Name, bool IsLive, IReadOnlyList<int> Live, IReadOnlyList<int> Archived, IReadOnlyList<int> LastUsed);

/// <summary>The right code of a qualification.</summary>
/// <param name="OfferedIn">IDs of the centres whose list has the code.</param>
public sealed record TrueReference(int QualificationId, string Title, string VqReference, string Code, bool IsLive, IReadOnlyList<int> OfferedIn);

/// <summary>Who is who: what the rehearsal's person decides by.</summary>
public sealed record Truth(
    IReadOnlyList<TruePartner> Officers,
    IReadOnlyList<TruePartner> Organisations,
    IReadOnlyList<TruePartner> Learners,
    IReadOnlyList<TrueReference> Qualifications
)
{
    public static Truth From(TwinWorld world)
    {
        var assessors = world.Assessors.ToLookup(user => user.Entity);
        var learners = world.Users.Values.Where(user => user.Role == OnefileRole.Learner).ToLookup(user => user.Entity);
        var placements = world.Placements.Values.ToLookup(placement => placement.Entity);
        return new Truth(
            world.Officers.Values.Select(officer => Person(officer.Ident, officer.FullName, officer.IsLive, assessors[officer.Entity])).ToList(),
            world.Organisations.Values.Select(organisation => Organisation(organisation, placements[organisation.Entity])).ToList(),
            world
                .Learners.Values.Select(learner =>
                    Person(learner.Ident, $"{learner.FirstName} {learner.Surname}", learner.Status == PicsStatus.Live, learners[learner.Entity])
                )
                .ToList(),
            world.Qualifications.Values.Select(qualification => Reference(world, qualification)).ToList()
        );
    }

    private static TruePartner Person(string ident, string name, bool isLive, IEnumerable<OnefileUser> accounts)
    {
        var all = accounts.ToList();
        var live = all.Where(user => !user.Archived).ToList();
        var last = live.GroupBy(user => user.CentreId).Select(centre => centre.MaxBy(user => user.LastLogin)!.Id);
        return new TruePartner(
            ident,
            name,
            isLive,
            Ids(live.Select(user => user.Id)),
            Ids(all.Where(user => user.Archived).Select(user => user.Id)),
            Ids(last)
        );
    }

    private static TruePartner Organisation(Organisation organisation, IEnumerable<Placement> placements)
    {
        var all = placements.ToList();
        var live = all.Where(placement => placement.Active).ToList();
        var last = live.GroupBy(placement => placement.CentreId).Select(centre => centre.MaxBy(placement => placement.LastModified)!.Id);
        return new TruePartner(
            organisation.Ident,
            organisation.Name,
            organisation.IsLive,
            Ids(live.Select(placement => placement.Id)),
            Ids(all.Where(placement => !placement.Active).Select(placement => placement.Id)),
            Ids(last)
        );
    }

    private static TrueReference Reference(TwinWorld world, Qualification qualification) =>
        new(
            qualification.Id,
            qualification.Title,
            qualification.VqReference,
            qualification.TrueCode,
            qualification.IsLive,
            Ids(world.Centres.Values.Where(centre => world.CodesOf(centre).Contains(qualification.TrueCode)).Select(centre => centre.Id))
        );

    private static List<int> Ids(IEnumerable<int> ids) => ids.Order().ToList();
}
