namespace PicsOnefile;

/// <summary>What an administrator attests of the older PICS Desktop integration with Onefile.</summary>
public enum DesktopIntegration
{
    /// <summary>It was never used.</summary>
    NeverUsed,

    /// <summary>It was used and has been deactivated in PICS Desktop.</summary>
    Deactivated,
}
