using System.Collections.Immutable;
using AutoDiffGen.Generator.FrontEnd.Expressions;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Statements;

/// <summary>
/// Blocks with labels. A label is reached from its own block or from within one of its statements, so that each <c>goto</c> leaves a part of
/// the block forwards or begins it again: <c>if (c) goto end; a; end: b;</c> → <c>Labelled goto0 { If (c) Exit goto0; a } b</c>, and
/// <c>again: a; if (c) goto again; b;</c> → <c>Labelled goto0 { Loop { Labelled goto0.next { a; If (c) Exit goto0.next; Exit goto0 } } } b</c>.
/// Where a jump leads into the middle of what another one repeats, a loop runs the block's parts from the one whose number it is told.
/// </summary>
internal static class Labels
{
    /// <summary>Statements that are left forwards to a label at their end, or that are repeated from a label at their start.</summary>
    /// <param name="End">The first statement after them.</param>
    private sealed record Part(int Start, int End, bool IsRepeated)
    {
        public int Label => IsRepeated ? Start : End;
    }

    public static bool Any(ImmutableArray<IOperation> statements) => statements.Any(s => s is ILabeledOperation);

    public static void Lower(BodyScope scope, ImmutableArray<IOperation> statements)
    {
        var positions = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        IOperation[] plain = [];
        List<Part>? parts = null;
        scope.Statement(statements.OfType<ILabeledOperation>().First().Syntax, () =>
        {
            plain = statements.Select((s, i) => Unlabelled(s, positions, i)).ToArray();
            List<Part> found = Parts(plain, positions);
            foreach (Part part in AreNested(found) ? found.ToArray() : Apart(found))
                Locals(scope, plain, part.Start, part.End);
            parts = found;
        });
        if (parts is null)
            return;
        if (AreNested(parts))
        {
            Sequence(scope, plain, 0, plain.Length, parts, positions);
            return;
        }

        Part[] apart = Apart(parts);
        List<Stmt> before = scope.Collect(() => Blocks.Lower(scope, plain.Take(apart[0].Start).ToImmutableArray()));
        scope.Emit(before);
        if (Jumps.EndsIn(before))
            return;
        Run(scope, plain, apart, positions);
        Blocks.Lower(scope, plain.Skip(apart[apart.Length - 1].End).ToImmutableArray());
    }

    private static IOperation Unlabelled(IOperation statement, Dictionary<ISymbol, int> positions, int position)
    {
        while (statement is ILabeledOperation labelled)
        {
            positions[labelled.Label] = position;
            if (labelled.Operation is null)
                throw new RefusalException(null);
            statement = labelled.Operation;
        }

        return statement;
    }

    // One for each label and direction, outer ones first; each two are apart, or one is within the other, unless there is no such way.
    private static List<Part> Parts(IOperation[] statements, Dictionary<ISymbol, int> positions)
    {
        var jumps = new List<(int From, int To)>();
        for (int i = 0; i < statements.Length; i++)
        {
            foreach (IBranchOperation jump in statements[i].DescendantsAndSelf().OfType<IBranchOperation>().Where(b => b.BranchKind == BranchKind.GoTo))
            {
                if (positions.TryGetValue(jump.Target, out int to))
                    jumps.Add((i, to));
            }
        }

        List<Part> parts = [];
        foreach (var group in jumps.GroupBy(j => (j.To, IsRepeated: j.From >= j.To)))
        {
            parts.Add(group.Key.IsRepeated
                ? new Part(group.Key.To, group.Max(j => j.From) + 1, true)
                : new Part(group.Min(j => j.From), group.Key.To, false));
        }

        // What is repeated may end later, and what is left forwards begin earlier: no jump to its label comes from there.
        while (Crossing(parts, (first, second) => first.IsRepeated && second.IsRepeated) is { } pair)
            Replace(pair.First, pair.First with { End = pair.Second.End });
        while (Crossing(parts, (first, second) => !second.IsRepeated) is { } pair)
            Replace(pair.Second, pair.Second with { Start = pair.First.Start });
        return parts.OrderBy(p => p.Start).ThenByDescending(p => p.End).ThenBy(p => p.IsRepeated).ToList();

        void Replace(Part old, Part by) => parts[parts.IndexOf(old)] = by;
    }

    // From each label to the next.
    private static Part[] Apart(List<Part> parts)
    {
        int[] bounds = parts.Select(p => p.Label).Append(parts.Min(p => p.Start)).Append(parts.Max(p => p.End)).Distinct().OrderBy(b => b).ToArray();
        return Enumerable.Range(0, bounds.Length - 1).Select(k => new Part(bounds[k], bounds[k + 1], false)).ToArray();
    }

    private static bool AreNested(List<Part> parts) => Crossing(parts, (first, second) => true) is null;

    private static (Part First, Part Second)? Crossing(List<Part> parts, Func<Part, Part, bool> concerns)
    {
        foreach (Part first in parts)
        {
            foreach (Part second in parts)
            {
                if (first.Start < second.Start && second.Start < first.End && first.End < second.End && concerns(first, second))
                    return (first, second);
            }
        }

        return null;
    }

    // C# declares for the whole block what the IR would declare within the part; what only stands for something else cannot be declared earlier.
    private static void Locals(BodyScope scope, IOperation[] statements, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            foreach (ILocalSymbol local in Declared(statements[i]).Where(l => !l.IsConst && IsMentioned(l, statements, end)))
            {
                if (local.IsRef || Types.OfVariable(local.Type) is not { } type)
                    throw scope.RefuseConstruct(statements[i].Syntax, $"The local '{local.Name}', which a label stands between its declaration and a use of,");
                scope.DeclareHere(local, type);
            }
        }
    }

    // `out var y` and `is var y` are declared beside the statement that they stand in, unless it is a loop or a block.
    private static IEnumerable<ILocalSymbol> Declared(IOperation statement) => statement is IBlockOperation or ILoopOperation
        ? []
        : statement.DescendantsAndSelf().SelectMany(o => o switch
        {
            IVariableDeclaratorOperation { Symbol: var local } => [local],
            IDeclarationExpressionOperation expression => expression.Descendants().OfType<ILocalReferenceOperation>().Select(r => r.Local),
            IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } => [local],
            _ => Enumerable.Empty<ILocalSymbol>(),
        });

    private static bool IsMentioned(ILocalSymbol local, IOperation[] statements, int from) =>
        statements.Skip(from).Any(s => s.Syntax.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == local.Name));

    private static void Sequence(
        BodyScope scope, IOperation[] statements, int start, int end, IReadOnlyList<Part> parts, Dictionary<ISymbol, int> positions)
    {
        for (int i = start; i < end;)
        {
            Part? part = parts.FirstOrDefault(p => p.Start == i && p.End <= end);
            if (part is null)
            {
                if (Blocks.Lower(scope, statements[i++]))
                    return;
                continue;
            }

            Part[] inner = parts.Where(p => p != part && p.Start >= part.Start && p.End <= part.End).ToArray();
            List<Stmt> steps = scope.Collect(() => Emit(scope, part, positions, () => Sequence(scope, statements, part.Start, part.End, inner, positions)));
            scope.Emit(steps);
            if (Jumps.EndsIn(steps))
                return;
            parts = parts.Except(inner).Where(p => p != part).ToArray();
            i = part.End;
        }
    }

    private static void Emit(BodyScope scope, Part part, Dictionary<ISymbol, int> positions, Action body)
    {
        string label = scope.NewLabel("goto");
        string target = part.IsRepeated ? label + ".next" : label;
        ISymbol[] labels = positions.Where(p => p.Value == part.Label).Select(p => p.Key).ToArray();
        foreach (ISymbol symbol in labels)
            scope.JumpTargets[symbol] = target;
        List<Stmt> steps = scope.Collect(body);
        foreach (ISymbol symbol in labels)
            scope.JumpTargets.Remove(symbol);

        if (!part.IsRepeated)
        {
            scope.Emit(new Labelled(label, steps.ToEquatableArray()));
            return;
        }

        if (!Jumps.EndsIn(steps))
            steps = [.. steps, new Exit(label)];
        scope.Emit(new Labelled(label, [new Loop([new Labelled(target, steps.ToEquatableArray())])]));
    }

    // Labelled goto0 { Loop { Labelled goto0.next { if (state <= 0) { … } if (state <= 1) { … } …; Exit goto0 } } }, where a `goto` sets the state.
    private static void Run(BodyScope scope, IOperation[] statements, Part[] parts, Dictionary<ISymbol, int> positions)
    {
        string label = scope.NewLabel("goto");
        string next = label + ".next";
        Var state = scope.NewState(IrType.Int32);
        scope.Emit(new Declare(state, Constants.Int(0)));
        foreach (KeyValuePair<ISymbol, int> position in positions)
        {
            int part = Array.FindIndex(parts, p => p.Start == position.Value);
            if (part >= 0)
                scope.GotoTargets.Add(position.Key, () => scope.Emit([new Assign(new LocalPlace(state), Constants.Int(part), scope.Origin), new Exit(next, scope.Origin)]));
            else if (position.Value == parts[parts.Length - 1].End)
                scope.GotoTargets.Add(position.Key, () => scope.Emit(new Exit(label)));
        }

        List<Stmt> round = scope.Collect(() =>
        {
            for (int k = 0; k < parts.Length; k++)
            {
                ImmutableArray<IOperation> part = statements.Skip(parts[k].Start).Take(parts[k].End - parts[k].Start).ToImmutableArray();
                List<Stmt> steps = scope.Collect(() => Blocks.Lower(scope, part));
                if (k < parts.Length - 1)
                    scope.Emit(new If(new Binary(BinaryOp.LessOrEqual, state.Read, Constants.Int(k), IrType.Bool), steps.ToEquatableArray(), []));
                else
                    scope.Emit(Jumps.EndsIn(steps) ? steps : [.. steps, new Exit(label)]);
            }
        });
        foreach (ISymbol symbol in positions.Keys)
            scope.GotoTargets.Remove(symbol);
        scope.Emit(new Labelled(label, [new Loop([new Labelled(next, round.ToEquatableArray())])]));
    }
}
