namespace PicsOnefile;

/// <summary>What a refresh found different from the last one.</summary>
public enum LearningAimChange
{
    /// <summary>New in Onefile's list.</summary>
    Added,

    /// <summary>Gone from Onefile's list.</summary>
    Removed,

    /// <summary>Its title or code is another.</summary>
    Renamed,
}
