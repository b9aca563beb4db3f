using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.PowerShell.Tests.Secrecy;

/// <summary>A line that calls a cmdlet, as a user types it.</summary>
public sealed record CmdletCall(string Cmdlet, string Line);

/// <summary>Every cmdlet of the module in lines that follow one another in one shell: connect, read, find, decide, write, look, take back, tidy up.</summary>
internal static class EveryCmdlet
{
    private const string Settings = "-OnefileAddress $onefile -PicsWebAddress $picsWeb";

    public static readonly IReadOnlyList<CmdletCall> Calls =
    [
        .. Of(
            "Connect-PicsOnefile",
            $"$connection = Connect-PicsOnefile -Environment Live {Settings} -CustomerToken $token -ApiUser $user -CachePath $folder/cache.db -SaveAs "
                + "$profile; $connection",
            $"Connect-PicsOnefile -Environment Live {Settings} -CachePath $folder/by-variable.db | Disconnect-PicsOnefile",
            "Connect-PicsOnefile -ProfileName $profile -CustomerToken $token -ApiUser $user | Disconnect-PicsOnefile",
            "Connect-PicsOnefile -ProfileName $profile | Disconnect-PicsOnefile"
        ),
        .. Of("Save-PicsOnefileProfile", "Save-PicsOnefileProfile -ProfileName $profile -CallLimit 250 -PassThru"),
        .. Of("Get-PicsOnefileProfile", "Get-PicsOnefileProfile $profile"),
        .. Of("Get-PicsOnefileConnection", "Get-PicsOnefileConnection"),
        .. Of("Update-MappingCache", "Update-MappingCache -PassThru"),
        .. Of("Get-OnefileCentre", "Get-OnefileCentre -Refresh"),
        .. Of(
            "Get-OnefileAssessor",
            "Get-OnefileAssessor -Refresh",
            "Get-OnefileAssessor -IncludeArchived -Refresh",
            "Get-OnefileAssessor -Email a@b.example -Refresh"
        ),
        .. Of("Get-OnefilePlacement", "Get-OnefilePlacement -Refresh"),
        .. Of("Get-OnefileLearningAim", "Get-OnefileLearningAim -Refresh"),
        .. Of("Get-PicsOfficer", "Get-PicsOfficer -Refresh"),
        .. Of("Get-PicsOrganisation", "Get-PicsOrganisation -Refresh"),
        .. Of("Get-PicsQualification", "Get-PicsQualification -Refresh"),
        .. Of("Get-PicsLearner", "Get-PicsLearner -Refresh"),
        .. Of("Find-OfficerLink", "Find-OfficerLink -IncludeUnmatched"),
        .. Of("Find-OrganisationLink", "Find-OrganisationLink -IncludeUnmatched"),
        .. Of(
            "Export-LinkReview",
            "Find-OfficerLink | Export-LinkReview $folder/review.csv -Force -PassThru",
            "Find-OrganisationLink | Export-LinkReview $folder/review.html -Force"
        ),
        .. Of("Import-LinkReview", "Import-LinkReview $folder/review.csv -Refresh"),
        .. Of(
            "Set-OfficerLink",
            "Set-OfficerLink $ident $assessor -Force -PassThru -Confirm:$false",
            "Import-LinkReview $folder/review.csv | Set-OfficerLink -WhatIf"
        ),
        .. Of("Set-OrganisationLink", "Set-OrganisationLink $organisation $placement -Force -PassThru -Confirm:$false"),
        .. Of("Get-OfficerLink", "Get-OfficerLink -Refresh"),
        .. Of("Get-OrganisationLink", "Get-OrganisationLink -Refresh"),
        .. Of("Add-LinkExclusion", "Add-LinkExclusion Officer -Ident $otherIdent -Reason 'left' -PassThru -Confirm:$false"),
        .. Of("Get-LinkExclusion", "Get-LinkExclusion"),
        .. Of("Remove-LinkExclusion", "Remove-LinkExclusion Officer -Ident $otherIdent -Confirm:$false"),
        .. Of("Invoke-QualificationRefresh", "Invoke-QualificationRefresh -Confirm:$false"),
        .. Of("Get-QualificationLink", "Get-QualificationLink -Refresh"),
        .. Of("Get-StandardVqReference", "Get-StandardVqReference -Refresh"),
        .. Of("Set-StandardVqReference", "Get-StandardVqReference | Where-Object State -in Wrong, Empty | Set-StandardVqReference -PassThru -Confirm:$false"),
        .. Of("Test-PicsWebSync", "Test-PicsWebSync -Refresh", "Test-PicsWebSync -Preview"),
        .. Of("Enable-PicsWebSync", "Enable-PicsWebSync -Environment Live -HandOverCustomerToken $true -Force -Reason 'a trial' -Confirm:$false"),
        .. Of("Get-PicsWebSync", "Get-PicsWebSync"),
        .. Of("Disable-PicsWebSync", "Disable-PicsWebSync -Confirm:$false"),
        .. Of("Get-PicsOnefileGuide", "Get-PicsOnefileGuide -Refresh"),
        .. Of("Get-LinkWorklist", "Get-LinkWorklist", "Get-LinkWorklist 'W*'"),
        .. Of(
            "Export-LinkWorklist",
            "Export-LinkWorklist",
            "Export-LinkWorklist $folder/worklist.csv -Force",
            "Export-LinkWorklist $folder/worklist.html -Force"
        ),
        .. Of(
            "Complete-LinkWorklist",
            "Complete-LinkWorklist -Path $folder/worklist.csv -PassThru -Confirm:$false",
            "Complete-LinkWorklist nothing -Confirm:$false"
        ),
        .. Of("Export-LinkReport", "Export-LinkReport $folder/report.html -Force -PassThru -Refresh"),
        .. Of(
            "New-PicsOnefileDiagnostic",
            "New-PicsOnefileDiagnostic $folder/diagnostic.txt -Force -PassThru -IncludeReadiness",
            "New-PicsOnefileDiagnostic $folder/diagnostic.txt -Force -ProfileName $profile"
        ),
        .. Of("Get-LinkHistory", "Get-LinkHistory", "Get-LinkHistory -Open", "Get-LinkHistory -Detailed"),
        .. Of("Get-LinkRun", "Get-LinkRun", "Get-LinkRun -Newest 1"),
        .. Of("Test-LinkHistory", "Test-LinkHistory"),
        .. Of("Get-MappingCache", "Get-MappingCache"),
        .. Of("Copy-MappingCache", "Copy-MappingCache $folder/copy/cache.db -Force -PassThru -Confirm:$false"),
        .. Of("Undo-LinkChange", "Undo-LinkChange (Get-LinkHistory)[0].RunId -PassThru -Confirm:$false"),
        .. Of("Restore-LinkBackup", "Restore-LinkBackup -PassThru -Confirm:$false"),
        .. Of("Remove-OfficerLink", "Set-OfficerLink $ident $assessor -Force -Confirm:$false; Remove-OfficerLink $ident -PassThru -Confirm:$false"),
        .. Of(
            "Remove-OrganisationLink",
            "Set-OrganisationLink $organisation $placement -Force -Confirm:$false; Remove-OrganisationLink $organisation -PassThru -Confirm:$false"
        ),
        .. Of("Clear-MappingCache", "Clear-MappingCache -Confirm:$false"),
        .. Of("Remove-PicsOnefileProfile", "Remove-PicsOnefileProfile NoSuchProfile -Confirm:$false"),
        .. Of("Start-PicsOnefileSandbox", "Start-PicsOnefileSandbox -WhatIf"),
        .. Of("Stop-PicsOnefileSandbox", "Stop-PicsOnefileSandbox"),
        .. Of("Disconnect-PicsOnefile", "Connect-PicsOnefile -ProfileName $profile | Disconnect-PicsOnefile"),
    ];

    private static IEnumerable<CmdletCall> Of(string cmdlet, params string[] lines) => lines.Select(line => new CmdletCall(cmdlet, line));
}
