@{
    ExcludeRules = @(
        # A variable that BeforeAll sets is read in It: the analyser looks at each block by itself.
        'PSUseDeclaredVarsMoreThanAssignments'
    )
}
