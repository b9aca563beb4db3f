using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Cultures;
using PicsOnefile.Core.Tests.Linking;
using PicsOnefile.Onefile;
using PicsOnefile.Readiness;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Readiness;

public class OnefileLearnersTests
{
    private static readonly DateTime Birthday = new(2006, 4, 3, 0, 0, 0, DateTimeKind.Unspecified);

    [Fact]
    public async Task Details_are_read_for_those_alone_who_share_surname_and_initial_with_somebody_who_waits()
    {
        var onefile = new OnefileInMemory();
        onefile.Learners.AddRange([Account("41", "Meg", "Pugh"), Account("42", "Ann", "Pugh"), Account("43", "Megan", "Rees")]);

        var read = await new OnefileLearners(onefile).ReadAsync(onefile.Centres, [new Learner { FirstName = "Megan", Surname = "PUGH" }], RunContext.Silent);

        Assert.Equal(["learners of 1", "learner 41"], onefile.Calls);
        Assert.Equal([Birthday, null, null], read.Select(learner => learner.DateOfBirth));
    }

    [Fact]
    public void The_number_counts_more_than_name_and_birthday_and_an_account_in_use_more_than_an_archived_one()
    {
        var known = new KnownLearners(
            [],
            [
                Account("41", "Meg", "Pugh") with
                {
                    Uln = "1000000001",
                    Archived = true,
                },
                Account("42", "Meg", "Pugh"),
                Account("43", "Ann", "Rees") with
                {
                    Uln = "1000000002",
                },
            ]
        );

        Assert.Equal(
            "42",
            known
                .Find(
                    new Learner
                    {
                        Uln = "1000000001",
                        FirstName = "Meg",
                        Surname = "Pugh",
                        DateOfBirth = Birthday,
                    }
                )!
                .OnefileId
        );
        Assert.Equal(
            "43",
            known
                .Find(
                    new Learner
                    {
                        Uln = "1000000002",
                        FirstName = "Meg",
                        Surname = "Pugh",
                        DateOfBirth = Birthday,
                    }
                )!
                .OnefileId
        );
        Assert.True(known.Find(new Learner { Uln = "1000000001" })!.Archived);
        Assert.Null(known.Find(new Learner { FirstName = "Meg", Surname = "Pugh" }));
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("tr-TR")]
    public void A_learner_of_any_year_of_birth_is_known_again_in_every_culture(string culture)
    {
        using var _ = new InCulture(culture);
        DateTime[] days = [new(1899, 5, 1), new(1900, 4, 30), new(2078, 1, 1), new(601, 3, 22), Birthday];

        foreach (var born in days)
        {
            var known = new KnownLearners([], [Account("41", "Iris", "Pugh") with { DateOfBirth = born }]);

            Assert.Equal(
                "41",
                known
                    .Find(
                        new Learner
                        {
                            FirstName = "IRIS",
                            Surname = "pugh",
                            DateOfBirth = born,
                        }
                    )!
                    .OnefileId
            );
            Assert.Null(
                known.Find(
                    new Learner
                    {
                        FirstName = "Iris",
                        Surname = "Pugh",
                        DateOfBirth = born.AddDays(1),
                    }
                )
            );
        }
    }

    private static OnefileLearner Account(string id, string first, string last) =>
        new()
        {
            OnefileId = id,
            FirstName = first,
            LastName = last,
            DateOfBirth = Birthday,
            CentreId = "1",
        };
}
