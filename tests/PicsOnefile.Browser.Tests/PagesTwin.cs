using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox;
using PicsOnefile.Sandbox.World.Generation;
using Xunit;

namespace PicsOnefile.Browser.Tests;

/// <summary>A twin in the middle of the preparation, and the pages that the module writes of it.</summary>
public sealed class PagesTwin : IAsyncLifetime
{
    /// <summary>A name that would do something on a page that does not know what a name is.</summary>
    public const string Hostile = "</script><img src=x onerror=document.title='broken'>";

    public TwinShell Shell { get; private set; } = null!;

    public string Report => Path.Combine(Shell.Folder, "report.html");

    public string Officers => Path.Combine(Shell.Folder, "officers.html");

    public string Worklist => Path.Combine(Shell.Folder, "worklist.html");

    public async Task InitializeAsync()
    {
        if (ChromiumFactAttribute.Path is null)
            return;
        Shell = await TwinShell.StartAsync(
            new TwinOptions
            {
                World = new WorldOptions
                {
                    Seed = 3,
                    Centres = 1,
                    Assessors = 60,
                    Placements = 45,
                    Standards = 12,
                },
                Without = ["organisations.update"],
            },
            connect: false
        );
        Shell.Edit(world => world.Users.Values.First(user => user.Role == 5 && !user.Archived).LastName = Hostile);
        Shell.Must($"$connection = {Shell.ConnectLine}");
        // Some things are linked, one was taken back, some wait for a person, some are open.
        Shell.Must(
            """
            $certain = @(Find-OfficerLink | Where-Object Confidence -eq Certain)
            $certain[0] | Set-OfficerLink -Confirm:$false
            Undo-LinkChange -RunId (Get-LinkHistory)[0].RunId -Confirm:$false
            $certain[1..14] | Set-OfficerLink -Confirm:$false
            @(Find-OrganisationLink | Where-Object Confidence -eq Certain)[0..9] | Set-OrganisationLink -Confirm:$false
            Export-LinkReport $folder/report.html
            Get-OnefileAssessor | Find-OfficerLink -All -IncludeUnmatched | Export-LinkReview $folder/officers.html
            Export-LinkWorklist $folder/worklist.html
            """
        );
    }

    public async Task DisposeAsync()
    {
        if (Shell is not null)
            await Shell.DisposeAsync();
    }
}
