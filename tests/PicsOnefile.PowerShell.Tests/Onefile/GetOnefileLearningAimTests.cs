using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Faults;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Onefile;

/// <summary>Get-OnefileLearningAim: the codes that VQ References must equal.</summary>
public sealed class GetOnefileLearningAimTests
{
    [Fact]
    public async Task A_list_that_cannot_be_read_is_an_error_and_no_empty_list()
    {
        await using var twin = await TwinShell.StartAsync();
        twin.Twin.Faults.Add(new Fault { Kind = FaultKind.Echo, Status = 403, Route = "*Standard*" });
        twin.Fails("Get-OnefileLearningAim").Is("OnefileDenied", ErrorCategory.PermissionDenied);
    }
}
