using System.Linq;
using PicsOnefile.Cache;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using Xunit;

namespace PicsOnefile.Core.Tests.Changes;

/// <summary>What a plan says of a request is one case of a closed set, and every case that is carried out has its words.</summary>
public sealed class PlanStepTests
{
    private static readonly PlanStep[] All =
    [
        new PlanStep.Write(new PlannedChange { Target = "Officer 00016 (Ann Lee)", Action = "Set the Additional ID to 410007" }),
        new PlanStep.Create(new PlannedQualification(new Qualification { Title = "Chef", VqReference = "196AS" }, null)),
        new PlanStep.Exclude(new LinkExclusion(), "Assessor 410007", "Exclude from linking"),
        new PlanStep.Forget(new RecordedLink(), "Officer 00016", "Forget the link to 410007, which is gone"),
        new PlanStep.Reject("Officer 00016 and 410007", "Remember that they were rejected"),
        new PlanStep.Tick(new WorklistItem { Record = "Lee, Ann (00016)" }, "Tick off that Other System ID was emptied"),
        new PlanStep.Withdraw("Officer 00016", "Take 410007 from the worklist"),
        new PlanStep.Refused(ErrorKinds.RecordUnknown.For("00016", "There is none.")),
        new PlanStep.Skipped("00016 and 410007 are linked already."),
    ];

    [Fact]
    public void The_cases_are_those_of_one_file_and_no_other_can_be_added_beside_them() =>
        Assert.Equal(
            All.Select(step => step.GetType()).OrderBy(type => type.Name),
            typeof(PlanStep).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PlanStep))).OrderBy(type => type.Name)
        );

    [Fact]
    public void Every_case_that_is_carried_out_has_its_record_and_its_action_in_words() =>
        Assert.All(
            All,
            step => Assert.Equal(step is not PlanStep.Refused and not PlanStep.Skipped, step.Target.Length > 0 && step.Action.Length > 0)
        );

    [Fact]
    public void An_item_is_at_most_one_of_the_things_that_callers_ask_for() =>
        Assert.All(
            All.Select(step => new PlanItem(step)),
            item => Assert.True(new object?[] { item.Change, item.Exclusion, item.Refusal, item.Skipped }.Count(one => one is not null) <= 1)
        );
}
