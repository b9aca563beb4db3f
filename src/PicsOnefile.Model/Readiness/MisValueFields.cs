namespace PicsOnefile;

/// <summary>What an administrator attests of Onefile's setting Centre &gt; Settings &gt; MIS Values.</summary>
public enum MisValueFields
{
    /// <summary>"Enable MIS value fields" is ticked in every centre, and the user may edit them.</summary>
    Enabled,
}
