namespace AutoDiffGen.Mutation.Mutants.Checks;

/// <summary>The checks of lifted code over arrays and spans beside its refusals, which <see cref="RefusalMutants"/> finds by itself.</summary>
internal static class LiftChecks
{
    public static IEnumerable<SafetyCheck> All { get; } =
    [
        Check("a constant array that is read is constant", "Detachment.cs", "= {Lifting}.Detached({name});", "= {name};"),
        Check("a constant array that is written is constant at first", "Detachment.cs", "{Lifting}.Detach({name});", "_ = {name};"),
        Check("a write through another local is one", "BufferUses.cs", "Follow(model.GetDeclaredSymbol(declarator, _cancellation));", "_ = declarator;"),
        Check("a write in a called method is one", "BufferUses.cs",
            "Follow(method.ReducedFrom?.Parameters[parameter.Ordinal + 1] ?? parameter);", "_ = parameter;"),
        Check("a variable that refers to something else is known", "BufferUses.cs", "_isReassigned = true;", "_isReassigned = false;"),
        Check("a constant array is not lost from sight in a called method", "ExpressionLifter.Calls.cs",
            "c.Value == BufferUse.Unknown", "c.Value > BufferUse.Unknown"),
        Check("a constant that is copied is apart from what is written", "Detachment.cs", "isCopied ? MayWrite(scope, other)", "isCopied ? scope.Method.Parameters.IsEmpty"),
        Check("a constant that is written is apart from what is active", "Detachment.cs",
            ": !LiftedTypes.IsNoGrad(other) && other.RefKind != RefKind.Out", ": scope.Method.Parameters.IsEmpty"),
        Check("an element of a table is not written", "ExpressionLifter.Operators.cs", "is var variable && (variable.IsValue || ", "is var variable && (node is not null || "),
        Check("elements are copied to elements of their type", "CallArguments.cs", "(SymbolEqualityComparer.Default).Count() <= 1", "(SymbolEqualityComparer.Default).Count() <= 9"),
        Check("a span of the block's own memory stays one", "ExpressionLifter.cs", "typeName = \"scoped \" + typeName;", "_ = typeName;"),
        Check("a span of the stack stays one", "ExpressionLifter.Buffers.cs", "Lifting.OnStack(new {LiftedTypes.Value}{rest}, stackalloc byte[0])", "Lifting.OnStack(new {LiftedTypes.Value}{rest}, default)"),
    ];

    private static SafetyCheck Check(string name, string file, string original, string replacement) =>
        new(name, "generator/AutoDiffGen.Generator/Lift/" + file, original, replacement, Proof.OfGenerator);
}
