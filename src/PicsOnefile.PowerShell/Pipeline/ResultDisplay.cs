using System;
using System.Management.Automation;
using PicsOnefile.Changes;
using PicsOnefile.Runs;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>Shows the result line of a bulk command, once.</summary>
internal sealed class ResultDisplay(PSCmdlet cmdlet, RunTally tally)
{
    private bool _isShown;

    /// <summary>Writes the line to the information stream.</summary>
    public void Show(ResultForm form, bool isWhatIf)
    {
        if (_isShown || cmdlet.Stopping)
            return;
        _isShown = true;
        // Whoever takes the objects counts them.
        if (!IsGiven("PassThru"))
            HostLine.Write(cmdlet, ResultLine.For(tally, form, isWhatIf));
    }

    /// <summary>
    /// Writes the line of a command that was stopped, or ended by an error after it had begun. No stream takes anything then; the screen does.
    /// </summary>
    public void ShowStopped(ResultForm form, bool isStopped)
    {
        if (_isShown || IsGiven("PassThru") || IsIgnored)
            return;
        _isShown = true;
        try
        {
            cmdlet.Host?.UI?.WriteLine(ResultLine.For(tally, form, isStopped: isStopped || tally[ResultKind.NotDone] > 0));
        }
        catch (Exception failure) when (failure is RuntimeException or NotImplementedException or InvalidOperationException)
        {
            // A host without a screen, or one that has gone.
        }
    }

    private bool IsGiven(string parameter) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue(parameter, out var given) && LanguagePrimitives.IsTrue(given);

    private bool IsIgnored =>
        LanguagePrimitives.TryConvertTo<ActionPreference>(
            cmdlet.MyInvocation.BoundParameters.TryGetValue("InformationAction", out var given)
                ? given
                : cmdlet.SessionState.PSVariable.GetValue("InformationPreference"),
            out var preference
        )
        && preference == ActionPreference.Ignore;
}
