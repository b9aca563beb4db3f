using System.Runtime.CompilerServices;
using static PicsOnefile.Errors.ErrorKindCategory;

namespace PicsOnefile.Errors;

/// <summary>Every error of the module: ID, category, what to do. The IDs are part of the public surface and never change their meaning.</summary>
/// <remarks>The table stays whole, although it is long: an ID is looked up in one place, and an area's rows are few.</remarks>
// A row is its own documentation: the ID says what happened and the action says what to do about it.
#pragma warning disable CS1591
public static class ErrorKinds
{
    // Connecting
    public static readonly ErrorKind NotConnected = Row(InvalidOperation, "Run Connect-PicsOnefile first, or pass -Connection.");
    public static readonly ErrorKind ProfileUnknown = Row(
        ObjectNotFound,
        "Run Get-PicsOnefileProfile to see the profiles there are, or Save-PicsOnefileProfile to make one."
    );
    public static readonly ErrorKind ProfileNameEmpty = Row(InvalidArgument, "Give the profile a name with at least one letter or digit.");
    public static readonly ErrorKind ProfileDamaged = Row(InvalidData, "Correct the profile's file, or save the profile again with Save-PicsOnefileProfile.");
    public static readonly ErrorKind SecretNotKept = Row(
        NotEnabled,
        "Keep the secret in a vault and name it with -CustomerTokenSecret and -ApiUserSecret. Or set the environment variables: PICSONEFILE_CUSTOMER_TOKEN, "
            + "PICSONEFILE_API_USER and PICSONEFILE_API_PASSWORD."
    );
    public static readonly ErrorKind SecretMissing = Row(
        AuthenticationError,
        "Give the secret as a parameter. To give it only once, keep it on Windows with Save-PicsOnefileProfile, or name it in the profile's vault. Or set "
            + "the environment variable that the message names."
    );
    public static readonly ErrorKind AddressNotAllowed = Row(SecurityError, "Use an https address. Plain http is allowed for the loopback address only.");
    public static readonly ErrorKind AddressMismatch = Row(
        InvalidArgument,
        "Leave -OnefileAddress out: the environment's own address is known. PICSWeb's address is the one in your browser, such as "
            + "https://yourname.picsweb.co.uk."
    );
    public static readonly ErrorKind LinkByUndecided = Row(
        InvalidArgument,
        "Give -LinkBy MisValue (the usual way with several centres), or -CentreId to work with one centre."
    );
    public static readonly ErrorKind SandboxNameReserved = Row(InvalidArgument, "Give the profile another name, such as Live or Practice.");
    public static readonly ErrorKind SandboxNotFound = Row(
        ObjectNotFound,
        "Take the archive PicsOnefile.Sandbox for this system from the module's release. Unpack it into that folder, or name its folder with -Path. With the "
            + ".NET SDK and the repository, dotnet publish src/PicsOnefile.Sandbox makes it."
    );
    public static readonly ErrorKind SandboxFailed = Row(
        ResourceUnavailable,
        "Take the sandbox of the module's own version. A downloaded file may have to be allowed to run: Unblock-File on Windows, chmod +x elsewhere."
    );
    public static readonly ErrorKind SandboxRunning = Row(
        ResourceExists,
        "Go on with the sandbox that runs, or end it with Stop-PicsOnefileSandbox before you start another."
    );
    public static readonly ErrorKind SandboxNotRunning = Row(InvalidOperation, "Start one with Start-PicsOnefileSandbox.");
    public static readonly ErrorKind CentreUnknown = Row(ObjectNotFound, "Run Get-OnefileCentre to see the centres of this customer.");

    // HTTP
    public static readonly ErrorKind HostUnreachable = Row(
        ConnectionError,
        "Check the address, the network and the proxy, then run the command again; what was done is not done twice."
    );
    public static readonly ErrorKind ProxyRefused = Row(
        AuthenticationError,
        "Run Connect-PicsOnefile with -ProxyCredential (and -Proxy, if it is not the system's): a name and a password that the proxy accepts. The "
            + "administrator of the proxy knows them."
    );
    public static readonly ErrorKind CertificateInvalid = Row(
        SecurityError,
        "Ask the administrator of the server or the proxy for a certificate that this computer trusts. The check cannot be turned off."
    );
    public static readonly ErrorKind RedirectRefused = Row(
        SecurityError,
        "Give the address that the server redirects to, if you trust it. Tokens are never sent to another host."
    );
    public static readonly ErrorKind TimedOut = Row(OperationTimeout, "Run the command again; what was done is not done twice.");
    public static readonly ErrorKind TooManyCalls = Row(
        LimitsExceeded,
        "Wait a minute and run the command again, or lower -CallLimit: another program uses the same token."
    );
    public static readonly ErrorKind PicsWebTooManyCalls = Row(
        LimitsExceeded,
        "Wait as long as the message says, or some minutes, and run the command again. What was done is not done twice. If it stays, ask Pellcomp how many "
            + "calls PICSWeb's API takes.",
        "TooManyCalls"
    );
    public static readonly ErrorKind BlockedOnTheWay = Row(
        ConnectionError,
        "Open the address in a browser of this computer to see the page. Ask the administrator of the firewall, the proxy or the network to let this "
            + "computer reach it. If there is none of these, ask the vendor."
    );
    public static readonly ErrorKind ServerError = Row(ResourceUnavailable, "Run the command again later; what was done is not done twice.");
    public static readonly ErrorKind AnswerUnreadable = Row(
        InvalidData,
        "Run the command again with -Debug. If the error stays, the address may be that of another service, or the API map may not fit."
    );
    public static readonly ErrorKind AnswerTooLarge = Row(LimitsExceeded, "Check that the address is right: no answer of this size is expected.");

    // Onefile
    public static readonly ErrorKind OnefileNotThere = Row(
        InvalidArgument,
        "Check -OnefileAddress, path and all, or leave it out: the environment's own address is known."
    );
    public static readonly ErrorKind CustomerTokenRefused = Row(
        AuthenticationError,
        "Check the customer token and the environment: a token belongs to one of Live, Practice and Beta."
    );
    public static readonly ErrorKind OnefileDenied = Row(PermissionDenied, "Ask Onefile's support which rights the customer token has.");
    public static readonly ErrorKind OnefileNotFound = Row(
        ObjectNotFound,
        "Run Update-MappingCache: the record may have been deleted, or the ID may belong to another environment."
    );
    public static readonly ErrorKind OnefileRefused = Row(InvalidData, "The message is Onefile's own. Correct the value and run the command again.");

    // PICSWeb
    public static readonly ErrorKind ApiUserRefused = Row(
        AuthenticationError,
        "Check the API user's name and password (Users & Permissions > Actions > Create API User)."
    );
    public static readonly ErrorKind PicsWebDenied = Row(
        PermissionDenied,
        "The API user needs full rights: make one in Users & Permissions > Actions > Create API User."
    );
    public static readonly ErrorKind PicsWebNotFound = Row(ObjectNotFound, "Run Update-MappingCache: the record may have been deleted or merged.");
    public static readonly ErrorKind PicsWebRefused = Row(
        InvalidData,
        "The message is PICSWeb's own. Correct the value, or give an API map that fits the tenant, and run the command again."
    );
    public static readonly ErrorKind PicsWebChangedMeanwhile = Row(ResourceExists, "Somebody saved the record at the same time. Run the command again.");
    public static readonly ErrorKind ApiMissing = Row(
        NotEnabled,
        "If your PICSWeb has the API (a charged module), check -PicsWebAddress and connect again. Without it give exported lists: -OfficerPath, "
            + "-OrganisationPath, -QualificationPath, -LearnerPath."
    );
    public static readonly ErrorKind OperationMissing = Row(
        NotEnabled,
        "This tenant's API does not offer the operation. Make the change on PICSWeb's screen, or give an API map that has it."
    );
    public static readonly ErrorKind ApiMapInvalid = Row(
        ParserError,
        "Correct the API map at the place that the message names; Get-Help about_PicsOnefile_PicsWebApiMap shows a whole one."
    );

    // Files
    public static readonly ErrorKind FileNotFound = Row(ObjectNotFound, "Check the path.");
    public static readonly ErrorKind PathNotOfAFile = Row(InvalidArgument, "Give the whole path of a file, or change to a folder with Set-Location first.");
    public static readonly ErrorKind PathInvalid = Row(
        InvalidArgument,
        "Give another path. Windows reserves some names and characters: the message says which one it does not take."
    );
    public static readonly ErrorKind FileUnreadable = Row(ReadError, "Check the path and its rights, and close the file in other programs.");
    public static readonly ErrorKind FileNotWritten = Row(
        WriteError,
        "Check the folder, its rights and the free space, close the file in other programs, and run the command again."
    );
    public static readonly ErrorKind FileExists = Row(ResourceExists, "Give another path, or -Force to overwrite the file.");
    public static readonly ErrorKind FileExtensionUnfit = Row(
        InvalidArgument,
        "Give a path that ends with .csv, which Excel opens, or with .html for a page. A report is always a page."
    );
    public static readonly ErrorKind CsvInvalid = Row(ParserError, "Correct the file at the line and column that the message names, or export it again.");
    public static readonly ErrorKind ListOfAnotherKind = Row(
        InvalidArgument,
        "Give each list to its own parameter: -OfficerPath, -OrganisationPath, -QualificationPath, -LearnerPath. Where it is the right list after all, name "
            + "the heading of its first field with -ColumnMap."
    );
    public static readonly ErrorKind CsvRowInvalid = Row(InvalidData, "Correct the row that the message names; the other rows were read.");

    public static readonly ErrorKind ColumnMapInvalid = Row(
        InvalidArgument,
        "Give -ColumnMap as @{ Field = 'Heading in the file' }. Put the list's name before the field if it is about one list: @{ 'Officer.AdditionalId' = "
            + "'Portfolio no.' }."
    );

    public static readonly ErrorKind TerminologyInvalid = Row(
        InvalidArgument,
        "Give -Terminology as @{ Assessor = 'Tutor' }, with the vendors' words that the message names."
    );

    // Cache
    public static readonly ErrorKind CacheUnusable = Row(
        ResourceUnavailable,
        "Check the folder's rights and free space, or give another file with -CachePath. What a run had begun is settled when you connect again "
            + "(Get-LinkHistory -Open)."
    );
    public static readonly ErrorKind CacheReadOnly = Row(
        WriteError,
        "Give this account the right to write the file and its folder, or give another file with -CachePath. What a run had begun is settled when you connect "
            + "again (Get-LinkHistory -Open)."
    );
    public static readonly ErrorKind CacheDamaged = Row(
        InvalidData,
        "Keep a copy of the file: it holds the journal. Restore it from a backup, or give a new file with -CachePath and run Update-MappingCache."
    );
    public static readonly ErrorKind CacheLogForeign = Row(
        InvalidData,
        "If the file was restored from a backup, move the files beside it that end with -wal, -shm and -journal. Move them to another folder, and connect "
            + "again. Keep them: they may hold the newest rows of the journal of the file that was there before."
    );
    public static readonly ErrorKind CacheForeign = Row(InvalidData, "Give another file with -CachePath: this one belongs to another program.");
    public static readonly ErrorKind CacheNewer = Row(InvalidData, "Update the module: the file was written by a newer version of it.");

    public static readonly ErrorKind JournalWouldBeLost = Row(
        ResourceExists,
        "Give another path: the file there holds a journal of its own, which cannot be made again."
    );

    public static readonly ErrorKind ListWithheld = Row(
        ResourceUnavailable,
        "Run the command again when the system answers as usual. If the list is really so short, accept it: Update-MappingCache -AcceptShrunk with the name of "
            + "the list."
    );
    public static readonly ErrorKind NeverRead = Row(ResourceUnavailable, "Run the command without -Offline once, or Update-MappingCache.");

    // Linking
    public static readonly ErrorKind RecordUnknown = Row(ObjectNotFound, "Check the ID, or read both sides again with Update-MappingCache.");
    public static readonly ErrorKind AlreadyLinkedElsewhere = Row(
        ResourceExists,
        "Look at the link with Get-OfficerLink or Get-OrganisationLink; give -Force to replace it."
    );
    public static readonly ErrorKind ValueClaimed = Row(
        ResourceExists,
        "Wait until the other run has ended, then run the command again: it checks again which record holds the value."
    );
    public static readonly ErrorKind ValueHeldTwice = Row(
        ResourceExists,
        "Leave the value with the right record and take it off the other one: Undo-LinkChange takes this run back, Remove-OfficerLink and "
            + "Remove-OrganisationLink one link."
    );
    public static readonly ErrorKind ValueChanged = Row(
        ResourceExists,
        "The record holds another value than it did when the change was planned; nothing was written. Run the command again to make a new plan."
    );
    public static readonly ErrorKind NotWritten = Row(
        WriteError,
        "The value was not there when it was read back. Look at the record on its screen, then run the command again."
    );
    public static readonly ErrorKind FieldsEmptied = Row(
        WriteError,
        "Restore the fields on the record's screen. Use an API map with body \"whole\" for this operation before anything else is written."
    );
    public static readonly ErrorKind RecordExcluded = Row(InvalidOperation, "Take the exclusion back with Remove-LinkExclusion, then run the command again.");
    public static readonly ErrorKind TargetNotLive = Row(
        InvalidOperation,
        "The Onefile record is archived or inactive: link to one in use, or bring it back in Onefile first."
    );
    public static readonly ErrorKind TargetNotRead = Row(
        ResourceUnavailable,
        "Run the command again when Onefile shows the record. Or look at it on Onefile's screen, and give -Force to link without this check."
    );
    public static readonly ErrorKind CandidateOfAnotherProfile = Row(
        InvalidArgument,
        "Connect to the customer that the row comes from. Or find the candidates, or read the standards, again for the connected customer."
    );
    public static readonly ErrorKind IdentConverted = Row(
        InvalidData,
        "Export the list again and give it as it is: do not open it in a spreadsheet, or import it there with the columns of Idents as Text. If the Idents "
            + "really are as the list has them, -Force links anyway."
    );
    public static readonly ErrorKind IdentUnseen = Row(
        InvalidData,
        "Type the Ident again on the record's screen in PICSWeb. Export or read the list again, and run the command again."
    );
    public static readonly ErrorKind InputUnusable = Row(
        InvalidData,
        "Give objects of the Get- cmdlets, or rows of Import-Csv with one of the headings that the message names. The other rows are not affected."
    );
    public static readonly ErrorKind ParameterValueUnknown = Row(InvalidArgument, "Give one of the words that the message names.");
    public static readonly ErrorKind RowOfAnotherKind = Row(
        InvalidArgument,
        "Pipe the row to the cmdlet that is about it, or leave it out; the other rows are not affected."
    );
    public static readonly ErrorKind CandidateIncomplete = Row(InvalidArgument, "Give both IDs: the PICSWeb Ident and the Onefile ID.");
    public static readonly ErrorKind ChangeLimitExceeded = Row(
        LimitsExceeded,
        "Look at the plan with -WhatIf. If all of it is meant, give a higher -MaximumChange."
    );
    public static readonly ErrorKind RunUnknown = Row(ObjectNotFound, "Run Get-LinkRun to see the runs there are.");
    public static readonly ErrorKind NotUndoable = Row(
        InvalidOperation,
        "Change the record by its own cmdlet or on its screen, where the message names it. The other changes of the run are not affected."
    );
    public static readonly ErrorKind BackupForeign = Row(
        InvalidArgument,
        "Connect to the environment and customer that the backup was made of, or give the backup of this one."
    );
    public static readonly ErrorKind BackupMissing = Row(
        ObjectNotFound,
        "A backup is made before the first write. If it was moved, give its place with -Path."
    );
    public static readonly ErrorKind ReviewRowInvalid = Row(
        InvalidData,
        "Correct the row in the review file and import it again; the other rows are not affected."
    );

    // The worklist
    public static readonly ErrorKind WorklistItemUnknown = Row(
        ObjectNotFound,
        "Run Get-LinkWorklist to see what is on the worklist of this connection, and copy the ItemId from there."
    );
    public static readonly ErrorKind WorklistFormatUnknown = Row(
        InvalidArgument,
        "Give a path that ends with .csv or .html, or say -Format Csv or -Format Html."
    );
    public static readonly ErrorKind WorklistRowInvalid = Row(
        InvalidData,
        "Correct the row in the worklist's file and give it again; the other rows are not affected."
    );

    // Qualifications and the switch
    public static readonly ErrorKind ComponentAmbiguous = Row(InvalidOperation, "Several fit: say which one with -QualificationId and -Code.");
    public static readonly ErrorKind CodeNotInOnefile = Row(
        ObjectNotFound,
        "Run Invoke-QualificationRefresh; if Onefile really is to get the code later, give -Force."
    );
    public static readonly ErrorKind ReferenceTaken = Row(
        ResourceExists,
        "Another live qualification carries this VQ Reference; set that one to Dormant or give it its own reference first."
    );
    public static readonly ErrorKind QualificationMissing = Row(
        ObjectNotFound,
        "Run the command again with -Create. Or add the qualification in Qualification Configuration > Add a New Qualification, with the VQ Reference that "
            + "the message names."
    );
    public static readonly ErrorKind QualificationUnderWay = Row(
        ResourceExists,
        "Wait until the other run has ended, then run the command again: PICSWeb's list tells what became of it."
    );
    public static readonly ErrorKind QualificationDormant = Row(
        InvalidOperation,
        "Set the qualification to Live in PICSWeb first, or give -Force to set the reference anyway."
    );
    public static readonly ErrorKind ComponentProposed = Row(
        InvalidOperation,
        "Look at the qualification. If it is the component, accept it: run the command again with its -QualificationId."
    );
    public static readonly ErrorKind VqRequestInvalid = Row(
        InvalidArgument,
        "Give -StandardCode, with -Component for one of its components; or -QualificationId with -Code."
    );
    public static readonly ErrorKind NotReady = Row(
        InvalidOperation,
        "Run Test-PicsWebSync and follow the remedies. -Force with -Reason switches on anyway."
    );
    public static readonly ErrorKind ReasonMissing = Row(
        InvalidArgument,
        "Give -Reason with words: why the change is made, or why the integration is switched on despite an error. It is kept in the journal."
    );
    public static readonly ErrorKind EnvironmentNotConnected = Row(
        InvalidArgument,
        "Connect to that environment first (Connect-PicsOnefile), so that its customer token can be checked before PICSWeb gets it."
    );
    public static readonly ErrorKind SettingUnconfirmed = Row(
        WriteError,
        "PICSWeb shows another value than was set. Look at Integrations > OneFile > Settings."
    );

    // A row's name is its ID. PICSWeb alone has a row that shares an ID, with another remedy.
    private static ErrorKind Row(ErrorKindCategory category, string action, [CallerMemberName] string id = "") => new(id, category, action);
}
