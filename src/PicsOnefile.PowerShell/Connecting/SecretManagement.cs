using System.Linq;
using System.Management.Automation;
using System.Security;
using PicsOnefile.Errors;

namespace PicsOnefile.PowerShell.Connecting;

/// <summary>Secrets by name from a SecretManagement vault. The module does not depend on it: without it a named secret is an error that says so.</summary>
internal static class SecretManagement
{
    public static SecureString? Token(CommandInvocationIntrinsics invoke, PicsOnefileProfile profile) =>
        profile.CustomerTokenSecret is { } name ? (SecureString)Get(invoke, profile, name, typeof(SecureString)) : null;

    public static PSCredential? ApiUser(CommandInvocationIntrinsics invoke, PicsOnefileProfile profile) =>
        profile.ApiUserSecret is { } name ? (PSCredential)Get(invoke, profile, name, typeof(PSCredential)) : null;

    private static object Get(CommandInvocationIntrinsics invoke, PicsOnefileProfile profile, string name, System.Type type)
    {
        if (invoke.GetCommand("Get-Secret", CommandTypes.Cmdlet | CommandTypes.Function) is null)
            throw ErrorKinds.SecretMissing.For(
                name,
                $"The profile names the secret '{name}', and Get-Secret is not there: install the module Microsoft.PowerShell.SecretManagement, or give the "
                    + "secret as a parameter."
            );
        // Name and vault go in as arguments, never into the text of the script.
        const string script = "param($n, $v) if ($v) { Get-Secret -Name $n -Vault $v -ErrorAction Stop } else { Get-Secret -Name $n -ErrorAction Stop }";
        object? secret;
        try
        {
            secret = invoke.InvokeScript(false, ScriptBlock.Create(script), null, name, profile.Vault).FirstOrDefault()?.BaseObject;
        }
        catch (RuntimeException failure)
        {
            throw ErrorKinds.SecretMissing.For(name, $"The secret '{name}' did not come from {Vault(profile)}: {Said(failure)}", failure);
        }
        return secret is not null && type.IsInstanceOfType(secret)
            ? secret
            : throw ErrorKinds.SecretMissing.For(name, $"The secret '{name}' of {Vault(profile)} is not a {type.Name}: keep it again with Set-Secret.");
    }

    private static string Vault(PicsOnefileProfile profile) => profile.Vault is { } vault ? $"the vault '{vault}'" : "the default vault";

    // An error that -ErrorAction Stop made an end of speaks of preference variables first.
    private static string Said(RuntimeException failure) => failure is ActionPreferenceStopException ? failure.ErrorRecord.Exception.Message : failure.Message;
}
