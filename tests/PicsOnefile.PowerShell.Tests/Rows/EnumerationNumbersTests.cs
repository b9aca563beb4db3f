using System;
using System.Linq;
using PicsOnefile.PowerShell.Tests.Help;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Rows;

/// <summary>
/// The numbers of all public enumerations: files that ConvertTo-Json wrote hold them, and a member that moves would turn yesterday's decision into another one.
/// A new member goes to the end of its line; none is ever taken out.
/// </summary>
public sealed class EnumerationNumbersTests(HelpShell shell) : IClassFixture<HelpShell>
{
    private static readonly string[] Frozen =
    [
        "ChangeState: Intended=0 Done=1 Conflict=2 Failed=3 Skipped=4 Undone=5",
        "Confidence: None=0 Possible=1 Probable=2 Certain=3",
        "DesktopIntegration: NeverUsed=0 Deactivated=1",
        "ExclusionKind: Officer=0 Organisation=1 Qualification=2",
        "ExplanationPart: Before=0 Evidence=1 Dependence=2 Competitor=3 Limit=4",
        "FindingSeverity: Information=0 NotChecked=1 Warning=2 Error=3",
        "GuardedList: Officer=0 Organisation=1 Assessor=2 Placement=3",
        "LearningAimChange: Added=0 Removed=1 Renamed=2",
        "LinkBy: AdditionalId=0 MisValue=1",
        "LinkKind: Officer=0 Organisation=1",
        "LinkState: Excluded=0 Broken=1 Duplicate=2 Drifted=3 Pending=4 Linked=5 Unlinked=6 Unknown=7",
        "MisValueFields: Enabled=0",
        "OnefileEnvironment: Live=0 Practice=1 Beta=2",
        "OperationAvailability: Available=0 Missing=1 Unverified=2",
        "PreviewAction: Create=0 Duplicate=1 Use=2 LeftOut=3 Fails=4 Unknown=5",
        "PreviewFailure: MisValueTwice=0 DeadLink=1 UnknownRecord=2",
        "PreviewKind: Assessor=0 Placement=1 Learner=2 Qualification=3",
        "QualificationLinkState: Linked=0 MissingInPicsWeb=1 MissingInOnefile=2 Ambiguous=3 BadReference=4 Dormant=5 HasUnits=6 Excluded=7",
        "ReviewDecision: Accept=0 Replace=1 Reject=2 Exclude=3",
        "StandardComponentKind: Standard=0 OnProgramme=1 Gateway=2 EndPointAssessment=3",
        "VqState: Equal=0 Wrong=1 Empty=2 NoQualification=3 NotInOnefile=4 Ambiguous=5",
        "WorklistState: Pending=0 KeyedIn=1 Drifted=2 Unknown=3",
    ];

    private static string Name(string line) => line.Split(':')[0];

    [Fact]
    public void No_member_of_an_enumeration_has_moved()
    {
        var model = shell.Command("Get-OfficerLink").OutputType[0].Type!.Assembly;
        var now = model
            .GetExportedTypes()
            .Where(type => type.IsEnum)
            .Select(type => $"{type.Name}: {string.Join(" ", Enum.GetValues(type).Cast<object>().Select(value => $"{value}={(int)value}"))}")
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(Frozen.Select(Name), now.Select(Name));
        Assert.All(Frozen.Zip(now), line => Assert.StartsWith(line.First, line.Second, StringComparison.Ordinal));
    }
}
