namespace PicsOnefile.Completion;

/// <summary>What a person may be about to type.</summary>
public enum ProposalKind
{
    /// <summary>The ID of a Onefile centre.</summary>
    Centre,

    /// <summary>The Onefile ID of an assessor.</summary>
    Assessor,

    /// <summary>The Onefile ID of a placement.</summary>
    Placement,

    /// <summary>The code of a learning aim.</summary>
    LearningAim,

    /// <summary>The LARS code of a standard.</summary>
    Standard,

    /// <summary>The Ident of an officer.</summary>
    Officer,

    /// <summary>The Ident of an organisation.</summary>
    Organisation,

    /// <summary>PICSWeb's key of a qualification.</summary>
    Qualification,

    /// <summary>The VQ Reference of a qualification.</summary>
    VqReference,

    /// <summary>The Ident of a learner.</summary>
    Learner,

    /// <summary>The ID of a run in the journal, the newest first.</summary>
    Run,

    /// <summary>The ID of an item of the worklist.</summary>
    WorklistItem,
}
