using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Qualifications;

/// <summary>Get-QualificationLink: which learning aim and which qualification belong together, and which are alone.</summary>
public sealed class GetQualificationLinkTests
{
    [Fact]
    public async Task A_tenant_without_the_API_and_without_a_list_is_an_error()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { PicsWebApi = false });
        twin.Fails("Get-QualificationLink").Is("ApiMissing", ErrorCategory.NotEnabled);
    }
}
