using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Terminology;

/// <summary>What a profile's Terminology calls the records is what every text says: messages, worklists, review pages and reports.</summary>
public sealed class EveryTextTests
{
    public static TheoryData<string> Twins => [.. Walk.Twins.Keys];

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task No_text_has_a_vendors_word_for_a_record_that_the_customer_calls_otherwise(string twin)
    {
        var said = await WalkAsync(twin, ownWords: true);
        Assert.True(said.Count > 500, $"Only {said.Count} texts were read.");
        Assert.Empty(said.Select(one => (one.Where, Noun: VendorNames.NounIn(one.Text))).Where(one => one.Noun is not null).Distinct());
    }

    // Where; how it is said in the customer's words; how it is said in the vendors', or null where nothing is said then.
    public static TheoryData<string, string, string, string?> Texts =>
        new()
        {
            { "Additional ID", "What if", @"on target ""Member of staff \S+ \(", @"on target ""Officer \S+ \(" },
            { "Additional ID", "What if", @"on target ""Employer \S+ \(", @"on target ""Organisation \S+ \(" },
            { "Additional ID", "What if", @"Exclude from linking \(agency\)"" on target ""Tutor \d+""", @"on target ""Assessor \d+""" },
            { "Additional ID", "What if", @"Exclude from linking \(closed\)"" on target ""Workplace \d+""", @"on target ""Placement \d+""" },
            { "Additional ID", "What if", @"Remember that they were rejected"" on target ""Member of staff \S+ and \d+", @"on target ""Officer \S+ and \d+" },
            { "Additional ID", "What if", @"cache\.db: Member of staff \S+""", @"cache\.db: officer \S+""" },
            { "Additional ID", "error", @"There is no Onefile Tutor '999999999'", "There is no Onefile assessor '999999999'" },
            { "Additional ID", "error", "There is no Onefile Workplace '999999999'", "There is no Onefile placement '999999999'" },
            {
                "Additional ID",
                "error",
                "There is no Member of staff in PICSWeb with the Ident 'NOSUCH'",
                "There is no officer in PICSWeb with the Ident 'NOSUCH'"
            },
            {
                "Additional ID",
                "error",
                "There is no Employer in PICSWeb with the Ident 'NOSUCH'",
                "There is no organisation in PICSWeb with the Ident 'NOSUCH'"
            },
            { "Additional ID", "error", @"PICSWeb has no Member of staff with the Ident 'NOSUCH'", "PICSWeb has no officer with the Ident 'NOSUCH'" },
            { "Additional ID", "error", @"Onefile has no Workplace with the ID '999999999'", "Onefile has no placement with the ID '999999999'" },
            {
                "Additional ID",
                "error",
                @"Member of staff \S+ and Tutor \d+: Member of staff \S+ has this link already",
                @"Officer \S+ and assessor \d+: officer \S+ has this link already"
            },
            {
                "Additional ID",
                "error",
                @"This would change \d+ Employers, and -MaximumChange allows 0",
                @"This would change \d+ organisations, and -MaximumChange allows 0"
            },
            { "Additional ID", "error", "There are no Members of staff in the cache yet", "There are no officers in the cache yet" },
            { "Additional ID", "error", "there is no Ident of the Member of staff 'NOSUCH'", "there is no Ident of the officer 'NOSUCH'" },
            { "Additional ID", "error", @"Tutor 99 is not excluded", "Assessor 99 is not excluded" },
            { "Additional ID", "warning", @"This would change \d+ Members of staff", @"This would change \d+ officers" },
            { "Additional ID", "warning", "Nothing was cached about Member of staff NOSUCH", "Nothing was cached about officer NOSUCH" },
            { "Additional ID", "warning", @"of \d+ Tutors are not in the cache", @"of \d+ assessors are not in the cache" },
            { "Additional ID", "verbose", @"^Read with \d+ call\(s\): Tutors of .+ \(\d+\)", @"^Read with \d+ call\(s\): assessors of .+ \(\d+\)" },
            { "Additional ID", "verbose", @"^Compared \d+ Workplaces with \d+ Employers in", @"^Compared \d+ placements with \d+ organisations in" },
            { "Additional ID", "verbose", @"^Dropped: .*Tutor \d+", @"^Dropped: .*assessor \d+" },
            { "Additional ID", "progress", "^Reading Members of staff:", "^Reading officers:" },
            { "Additional ID", "progress", "^Reading Workplace records of Onefile:", "^Reading Placement records of Onefile:" },
            { "Additional ID", "progress", "^Reading details of Tutors:", "^Reading details of assessors:" },
            { "Additional ID", "object", "No Member of staff holds the ID of this Tutor", "No officer holds the ID of this assessor" },
            { "Additional ID", "review.html", "^Onefile: Workplace$", "^Onefile: placement$" },
            { "Additional ID", "review.html", "^Ident of another Employer$", "^Ident of another organisation$" },
            { "Additional ID", "report.html", "^Members of staff$", "^Officers$" },
            {
                "Additional ID",
                "report.html",
                @"^Find the matches of \d+ Tutor\(s\) without a link",
                @"^Find the matches of \d+ assessor\(s\) without a link"
            },
            {
                "Additional ID",
                "object",
                @"blank attendance and no actual date to Onefile, with their Members of staff\. .+ have \d+ Member\(s\) of staff",
                @"blank attendance and no actual date to Onefile, with their officers\. .+ have \d+ officer\(s\)"
            },
            { "lists", "verbose", @"^Read \d+ Members of staff from .*officers\.csv", @"^Read \d+ officers from .*officers\.csv" },
            { "lists", "worklist.csv", @"Officer Summary > Officer Details,""Member of staff [^,]+, ", null },
            { "MIS Value", "What if", @"on target ""Tutor \d+ \(", @"on target ""Assessor \d+ \(" },
            { "MIS Value", "What if", @"on target ""Workplace \d+ \(", @"on target ""Placement \d+ \(" },
            { "worklist", "warning", "PICSWeb's API cannot write Members of staff here", "PICSWeb's API cannot write officers here" },
            { "worklist", "What if", @"Tick off .+ on target ""Member of staff ", null },
            { "worklist", "worklist.csv", @"^,Officer Summary > Officer Details,""Member of staff [^,]+, ", null },
            { "worklist", "worklist.csv", "^,Organisation Summary > Organisation Details,\"?Employer ", null },
            { "worklist", "worklist.html", "^Member of staff [^,]+, ", null },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task It_says_the_customers_word_and_without_a_terminology_the_vendors(string twin, string where, string own, string? vendors)
    {
        var (customers, plain) = (await WalkAsync(twin, ownWords: true), await WalkAsync(twin, ownWords: false));
        Assert.True(Says(customers, where, own), Shown(customers, where));
        Assert.True(vendors is null || Says(plain, where, vendors), Shown(plain, where));
        Assert.False(Says(plain, where, own), Shown(plain, where));
    }

    [Fact]
    public async Task The_search_finds_the_vendors_words_wherever_they_stand_without_a_terminology()
    {
        var found = (await WalkAsync("Additional ID", ownWords: false))
            .Where(one => VendorNames.NounIn(one.Text) is not null)
            .Select(one => one.Where)
            .ToHashSet();
        Assert.Superset(new HashSet<string> { "What if", "error", "warning", "verbose", "progress", "object", "review.html", "report.html" }, found);
        Assert.DoesNotContain(await WalkAsync("worklist", ownWords: false), one => Regex.IsMatch(one.Text, "Tutor|Workplace|Member of staff|Employer "));
    }

    private static Task<IReadOnlyList<Said>> WalkAsync(string twin, bool ownWords) => Walk.ThroughAsync(twin, ownWords ? Walk.OwnWords : null);

    private static bool Says(IEnumerable<Said> said, string where, string pattern) => said.Any(one => one.Where == where && Regex.IsMatch(one.Text, pattern));

    private static string Shown(IEnumerable<Said> said, string where) =>
        string.Join('\n', said.Where(one => one.Where == where).Select(one => one.Text.Length > 300 ? one.Text[..300] : one.Text).Distinct());
}
