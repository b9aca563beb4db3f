using System.Collections.Generic;
using PicsOnefile.Readiness.Rules;

namespace PicsOnefile.Readiness;

/// <summary>All readiness rules, in the order of their IDs. A new rule is one file and one line here.</summary>
public static class ReadinessRules
{
    /// <summary>The table.</summary>
    public static IReadOnlyList<ReadinessRule> All { get; } =
    [
        new OnefileAnswers(),
        new PicsWebAnswers(),
        new TokenFitsEnvironment(),
        new CentresUnchanged(),
        new LinkModeFitsCentres(),
        new ReadingsRecent(),
        new EnvironmentFitsTenant(),
        new ListsAccepted(),
        new DesktopDeactivated(),
        new DesktopFirstRunAhead(),
        new IntegrationSwitchedOnAfterLinking(),
        new SettingsFitConnection(),
        new ConnectionTestSucceeds(),
        new NoOpenIntents(),
        new PartnersLinked(),
        new MisValuesComplete(),
        new MisValuesUnique(),
        new OnefileIdsUnique(),
        new LinkTargetsLive(),
        new LinksOfThisEnvironment(),
        new LinksUnchanged(),
        new AdditionalIdsAreOnefiles(),
        new WorklistKeyedIn(),
        new AccountsToBeCreated(),
        new OneAccountPerPerson(),
        new MisValueFieldsEnabled(),
        new RejectionsDecided(),
        new IdentsKeepTheirZeros(),
        new LearnersNew(),
        new StandardReferencesEqual(),
        new ReferencesKnownToOnefile(),
        new ReferencesUnambiguous(),
        new QualificationsWithoutUnits(),
        new StandardsHaveQualifications(),
    ];
}
