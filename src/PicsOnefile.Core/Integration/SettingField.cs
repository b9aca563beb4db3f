using System;
using System.Collections.Generic;

namespace PicsOnefile.Integration;

/// <summary>One setting of PICSWeb's Settings window that can be read back.</summary>
/// <param name="Name">The module's name: the property of <see cref="IntegrationSettings"/>.</param>
/// <param name="Label">The name on PICSWeb's screen.</param>
/// <param name="Asked">What is asked for, or null.</param>
/// <param name="Shown">What PICSWeb shows.</param>
internal sealed record SettingField(string Name, string Label, Func<SyncSettings, object?> Asked, Func<IntegrationSettings, object?> Shown)
{
    /// <summary>The customer token's name; it is no field of this table, for it cannot be read back.</summary>
    public const string CustomerToken = nameof(CustomerToken);

    /// <summary>All of them, the switch last: on the screen it is ticked after the others.</summary>
    public static readonly IReadOnlyList<SettingField> All =
    [
        new(nameof(IntegrationSettings.Environment), "Environment", asked => asked.Environment, shown => shown.Environment),
        new(
            nameof(IntegrationSettings.UpdateLearnerDemographicsMode),
            "Update Learner Demographics Mode",
            asked => asked.UpdateLearnerDemographicsMode,
            shown => shown.UpdateLearnerDemographicsMode
        ),
        new(
            nameof(IntegrationSettings.UpdateOfficerDemographicsMode),
            "Update Officer Demographics Mode",
            asked => asked.UpdateOfficerDemographicsMode,
            shown => shown.UpdateOfficerDemographicsMode
        ),
        new(
            nameof(IntegrationSettings.UpdateOrganisationDemographicsMode),
            "Update Organisation Demographics Mode",
            asked => asked.UpdateOrganisationDemographicsMode,
            shown => shown.UpdateOrganisationDemographicsMode
        ),
        new(nameof(IntegrationSettings.UploadReviews), "Upload Reviews to OneFile", asked => asked.UploadReviews, shown => shown.UploadReviews),
        new(nameof(IntegrationSettings.DownloadReviews), "Download Reviews from OneFile", asked => asked.DownloadReviews, shown => shown.DownloadReviews),
        new(nameof(IntegrationSettings.VisitType), "Visit Type for Uploaded Reviews", asked => asked.VisitType, shown => shown.VisitType),
        new(
            nameof(IntegrationSettings.ClassroomFromMainTag),
            "Create Learner: Classroom from Main Tag",
            asked => asked.ClassroomFromMainTag,
            shown => shown.ClassroomFromMainTag
        ),
        new(nameof(IntegrationSettings.IntegrationEnabled), "Integration Enabled", asked => asked.IntegrationEnabled, shown => shown.IntegrationEnabled),
    ];

    /// <summary>Writes a setting of PICSWeb as the journal writes it.</summary>
    /// <returns>The text; null for nothing.</returns>
    public string? TextOf(IntegrationSettings settings) => Text(Shown(settings));

    /// <summary>Writes a value as the journal writes it.</summary>
    /// <returns>The text; null for nothing.</returns>
    public static string? Text(object? value) => value?.ToString() is { Length: > 0 } text ? text : null;
}
