namespace AutoDiffGen.Mutation.Mutants.Checks;

/// <summary>The checks that keep the optimiser and the printer from changing what is computed.</summary>
internal static class OptimizerChecks
{
    public static IEnumerable<SafetyCheck> All { get; } =
    [
        Check("room is made without what may throw", "Optimize/ReserveStorage.cs", " && !Throwing.May(c.Count)", ""),
        Check("a value is not moved past what changes it", "Optimize/InlineTemporaries.cs",
            "if (!stable && at > from + 1 && (uses", "if (!stable && at < 0 && (uses"),
        Check("a value is not moved past a store into what it loads", "Optimize/UsesInBlock.cs",
            " || _mutation.Loaded(expr).Any(v => _stores.Between(v, from, to));", ";"),
        Check("only what does not change is moved into a branch", "Optimize/InlineTemporaries.cs",
            "if (!stable || new[]", "if (new[]"),
        Check("a variable that is written is not stable", "Analysis/Mutation.cs",
            "Read { Place: LocalPlace local } => !IsMutable(local.Var),", "Read { Place: LocalPlace } => true,"),
        Check("what changes is not computed once for two", "Optimize/CommonSubexpressions.cs",
            "expr is not (Conditional or StopGradient) && _mutation.IsStable(expr)", "expr is not (Conditional or StopGradient)"),
        Check("what changes is not named for its next use", "Optimize/CommonSubexpressions.cs",
            "IsWorthNaming(expr) && pass._mutation.IsStable(expr)", "IsWorthNaming(expr)"),
        Check("what only one arm computes is not computed before the choice", "Optimize/CommonSubexpressions.cs",
            "bool recurs = _conditional == 0 && ", "bool recurs = "),
        Check("a name from one branch is not used in the other", "Optimize/CommonSubexpressions.cs",
            "Then = Block(branch.Then, new Dictionary<Expr, Var>(known))", "Then = Block(branch.Then, known)"),
        Check("the value's own arithmetic is not simplified", "Optimize/Simplify.cs",
            "return stmt.Origin is { Sweep: not Sweep.Primal } ? base.Visit(stmt) : [stmt];", "return base.Visit(stmt);"),
        Check("a branch that loses its first half is negated", "Optimize/DeadCode.cs",
            "Condition = Not(branch.Condition), Then = otherwise", "Condition = branch.Condition, Then = otherwise"),
        Check("what a live variable is made of is live", "Optimize/DeadCode.cs", "while (_grown);", "while (_grown && function.Body.Count < 0);"),
        Check("an array that is read is filled", "Optimize/DeadCode.cs", "|| !_own.Contains(storage) || _liveStorages.Contains(storage),", "|| !_own.Contains(storage),"),
        Check("an array of the caller's is filled", "Optimize/DeadCode.cs", "|| !_own.Contains(storage) || _live", "|| _live"),
        Check("arrays are counted for their handles", "Optimize/DeadCode.cs", "allocate.Handle is not null || IsLive(allocate.Var)", "IsLive(allocate.Var)"),
        Check("a name for what changes stays where it is used after the change", "Optimize/EntryNames.cs",
            "if (writes && (i < last", "if (writes && i < 0 && (i < last"),
        Check("rounds that read what others store keep their order", "Optimize/Upward.cs", "_storages.Of(element) is { } array && arrays.Contains(array))", "_storages.Of(element) is null)"),
        Check("rounds that do more than add keep their order", "Optimize/Upward.cs", "if (!sums.All(IsSum))", "if (sums.Length < 0)"),
        Check("an element of each round's own is one of the same array", "Optimize/Upward.cs", " && !own.Contains(array);", ";"),
        Check("an element that may have changed is loaded again", "Optimize/LoadedElements.cs", "Remove(_byStorage, Storages.Stores(inside)", "Remove(_byStorage, Storages.Stores(inside).Take(0)"),
        Check("an adjoint is whole when it is read", "Optimize/ElementSums.cs", "Reads(sum.Value, s.Storage) || ", ""),
        Check("the method's own sums keep their order", "Optimize/ElementSums.cs", " && stmt.Origin?.Sweep is Sweep.Reverse)", ")"),
        Check("a copy of what changes is kept", "Optimize/CopyPropagation.cs", "let.Value.IsAtom() && _mutation.IsStable(let.Value)", "let.Value.IsAtom()"),
        Check("an angle that changes has no pair", "Optimize/SinCos.cs", ".Where(_mutation.IsStable);", ";"),
        Check("a pair from one branch is not used in the other", "Optimize/SinCos.cs", "known = new Dictionary<Expr, LetSinCos>(known);", ""),
        Check("a choice does not read the variable it declares", "Optimize/ChooseByValue.cs", "return plain && !selfRead && ", "return plain && "),
        Check("a choice is of one variable", "Optimize/ChooseByValue.cs",
            "|| branch.Else[0] is not Assign { Target: LocalPlace b } otherwise || a != b)",
            "|| branch.Else[0] is not Assign { Target: LocalPlace b } otherwise || b.Var.Name.Length == 0)"),
        Check("a shortened name is free", "Optimize/PrettyNames.cs", " || !taken.Add(plain))", ")"),
        Check("a difference on the right keeps its parentheses", "BackEnd/ExprPrinter.cs", "Operand(binary.Right, own + 1, binary.Checked)", "Operand(binary.Right, own, binary.Checked)"),
        Check("a sign after a sign keeps its parentheses", "BackEnd/ExprPrinter.cs", "return text[0] is '-' or '+' ? $\"({text})\" : text;", "return text;"),
        Check("what is unchecked stays so inside what is checked", "BackEnd/ExprPrinter.cs", "isChecked && Overflow.IsSilentIn(operand)", "isChecked && context < 0"),
        Check("an operator that checks for overflow still does", "BackEnd/ExprPrinter.cs",
            "return binary.Checked ? ($\"checked({text})\", Precedence.Primary) : (text, own);", "return (text, own);"),
    ];

    private static SafetyCheck Check(string name, string file, string original, string replacement) =>
        new(name, "generator/AutoDiffGen.Generator/" + file, original, replacement, Proof.OfGenerator);
}
