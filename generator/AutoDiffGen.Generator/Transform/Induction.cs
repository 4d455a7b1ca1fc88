using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Integers that a loop hands from round to round, and whose content on entry the reverse sweep can compute, so that it need not be
/// recorded: from the loop's index where every round raises them alike; backwards from the last content where a round raises them by what
/// the reverse sweep knows, or where the rounds only swap them.
/// </summary>
/// <example><code>
/// at = 3; for (i = 0; …) { at1 = at; …; at = at1 + 2; }                            →        at1 = 3 + 2 * i;
/// at = 0; for (i = 0; …) { at1 = at; for (j = i; j &lt; n; j++) …at++…; }             →        at2 = at; for (i = n - 1; …) { at2 -= n - i;  at1 = at2; … }
/// p = 0; q = 1; for (…) { p1 = p; q1 = q; …; p = q1; q = p1; }                     →        p2 = p; q2 = q; for (…) { p1 = q2; q1 = p2; p2 = p1; q2 = q1; … }
/// </code></example>
internal sealed class Induction
{
    private static readonly InertConst Zero = Integers.Constant(0);

    private readonly ForwardSweep _forward;
    private readonly ILookup<Var, Assign> _assignments;

    public Induction(ForwardSweep forward)
    {
        _forward = forward;
        _assignments = forward.Statements.OfType<Assign>().Where(a => a.Target is LocalPlace).ToLookup(a => ((LocalPlace)a.Target).Var);
    }

    /// <summary>What the variable holds on entry of a round in terms of the loop's index; null where that is not known.</summary>
    public Expr? OnEntry(Let entry, Position at)
    {
        if (Handed(entry, at) is not { } handed || Header(at.Block) is not For { Go: null, Step: 1 } loop
            || Raise(handed, at.Block) is not { } raise || Known(raise, at.Block, index: null) is not { } by)
            return null;
        Expr rounds = Integers.Difference(loop.Index.Read, loop.Start);
        return Integers.Sum(handed.Initial, by.Equals(Zero) || rounds.Equals(Zero) ? Zero : by.Equals(Integers.Constant(1)) ? rounds : Int(BinaryOp.Multiply, by, rounds));
    }

    /// <summary>
    /// By how much the round raises the variable that the entry reads, in terms of what is known before the loop and of its index; null where
    /// that is not known.
    /// </summary>
    public (Var Carried, Expr Raise)? Raised(Let entry, Position at)
    {
        Var? index = Header(at.Block) is For { Go: null, Step: 1 or -1 } loop ? loop.Index : null;
        return Handed(entry, at) is { } handed && Raise(handed, at.Block) is { } raise && Known(raise, at.Block, index) is { } by ? (handed.Carried, by) : null;
    }

    /// <summary>A variable that a loop hands on: what reads it on entry of a round, and where its content comes from, by the entry of the same kind.</summary>
    public sealed record Swap(Let Entry, Var Carried, Let From);

    /// <summary>The variables that the rounds only swap among themselves, with the one that the entry reads; null where there are none.</summary>
    public IReadOnlyList<Swap>? Swapped(Let entry, Position at)
    {
        var swaps = new List<Swap>();
        Let next = entry;
        do
        {
            if (Handed(next, at) is not { } handed || EntryOf(handed.HandOver.Value, at.Block) is not { } from || swaps.Count > 8)
                return null;
            swaps.Add(new Swap(next, handed.Carried, from));
            next = from;
        }
        while (next != entry && !swaps.Any(s => s.Entry == next));
        return next == entry ? swaps : null;
    }

    /// <summary>Whether two variables that are swapped always hold different numbers: they do before the first round.</summary>
    /// <param name="below">Above what they hold.</param>
    public bool AlwaysDiffer(Let one, Position at, Let other, int below)
    {
        if (one == other || Swapped(one, at) is not { } swaps || !swaps.Any(s => s.Entry == other))
            return false;
        int?[] initial = swaps.Select(s => Integers.Value(((Declare)_forward.Find(s.Carried)!.Stmt).Value!)).ToArray();
        return initial.All(v => v >= 0 && v < below) && initial.Distinct().Count() == initial.Length;
    }

    /// <summary>The expression in terms of what is known before the loop with that body, and of its index; null where it takes more, or may throw.</summary>
    public Expr? Known(Expr expr, int body, Var? index)
    {
        switch (expr)
        {
            case InertConst:
                return expr;
            case Read { Place: LocalPlace { Var: var variable } } when variable == index:
                return expr;
            case Read { Place: LocalPlace { Var: var variable } }:
                if (_forward.Find(variable) is not { } definition)
                    return expr;
                if (!IsIn(definition.At.Block, body))
                    return _forward.IsHandedOver(variable, new Position(body, 0)) ? null : expr;
                return definition is { At.Index: >= 0, Stmt: Let let } && definition.At.Block == body ? Known(let.Value, body, index) : null;
            case Length { Dimension: null, Array: Read { Place: LocalPlace { Var: var array } } } length:
                if (_forward.Find(array) is not { } made || !IsIn(made.At.Block, body))
                    return expr;
                return made is { Stmt: Let named } && made.At.Block == body ? Known(OfReference(length, named.Value), body, index) : null;
            case Conditional { Condition: Binary { Op: BinaryOp.Less } test } choice:
                return Known(test.Left, body, index) is { } less && Known(test.Right, body, index) is { } more
                    && Known(choice.WhenTrue, body, index) is { } then && Known(choice.WhenFalse, body, index) is { } otherwise
                    ? new Conditional(new Binary(BinaryOp.Less, less, more, IrType.Bool), then, otherwise)
                    : null;
            case Binary { Type: InertType { Name: "int" }, Checked: false, Op: BinaryOp.Add or BinaryOp.Subtract or BinaryOp.Multiply } binary:
                return Known(binary.Left, body, index) is { } left && Known(binary.Right, body, index) is { } right ? binary with { Left = left, Right = right } : null;
            default:
                return null;
        }
    }

    private static Expr OfReference(Length length, Expr reference) => reference switch
    {
        View view => view.Count,
        Ir.Convert { Operand.Type: var source } convert when source.IsStorage() => new Length(convert.Operand),
        Read { Place: LocalPlace } => new Length(reference),
        _ => length,
    };

    private sealed record HandedOn(Var Carried, Expr Initial, Assign HandOver);

    /// <summary>How the variable that the entry reads is handed on, if it is an integer and every round does, once.</summary>
    private HandedOn? Handed(Let entry, Position at) =>
        entry is { Var.Type: InertType { Name: "int" }, Value: Read { Place: LocalPlace { Var: var carried } } } ? Handed(carried, at.Block) : null;

    private HandedOn? Handed(Var carried, int body) =>
        _forward.Find(carried) is { Stmt: Declare { Value: { } initial }, At: var declared } && declared.Block == _forward.Parent(body)?.Block
            && Header(body) is For or While && _assignments[carried].ToArray() is [var handOver]
            // Nor what is assigned in a block inside: it has no index here, and is read on entry.
            && !_forward.Block(body).Skip(IndexIn(body, handOver) + 1).All().SelectMany(s => s.Expressions()).SelectMany(e => e.Reads()).Contains(carried)
            ? new HandedOn(carried, initial, handOver)
            : null;

    private int IndexIn(int block, Stmt stmt) => _forward.Block(block).ToList().FindIndex(s => ReferenceEquals(s, stmt));

    private Stmt? Header(int body) => _forward.Parent(body) is { } parent ? _forward.Block(parent.Block)[parent.Index] : null;

    private bool IsIn(int block, int outer) => block == outer || _forward.IsInside(block, outer);

    private Expr? Raise(HandedOn handed, int body) => Raise(handed.HandOver.Value, IndexIn(body, handed.HandOver), handed.Carried, body);

    /// <summary>By how much the value, computed in the block, is more than the variable's content on entry of the round that the block is.</summary>
    /// <param name="at">The index of the statement that computes it.</param>
    private Expr? Raise(Expr value, int at, Var carried, int body)
    {
        switch (value)
        {
            case Read { Place: LocalPlace { Var: var variable } } when variable == carried:
                return Zero;
            case Read { Place: LocalPlace { Var: var variable } } when _forward.Find(variable) is { } definition && definition.At.Block == body:
                return definition.Stmt switch
                {
                    Let let => Raise(let.Value, definition.At.Index, carried, body),
                    Declare { Value: { } initial } => Raise(initial, definition.At.Index, carried, body) is { } before && Loop(variable, at, body) is { } inside
                        ? Integers.Sum(before, inside)
                        : null,
                    _ => null,
                };
            case Binary { Op: BinaryOp.Add, Checked: false, Type: InertType { Name: "int" } } sum:
                if (Raise(sum.Left, at, carried, body) is { } left)
                    return Integers.Sum(left, sum.Right);
                return Raise(sum.Right, at, carried, body) is { } right ? Integers.Sum(right, sum.Left) : null;
            case Binary { Op: BinaryOp.Subtract, Checked: false, Type: InertType { Name: "int" } } difference:
                return Raise(difference.Left, at, carried, body) is { } from ? Integers.Difference(from, difference.Right) : null;
            default:
                return null;
        }
    }

    /// <summary>By how much the one loop that assigns the variable raises it, in all its rounds; it stands in the block, before the statement at the index.</summary>
    private Expr? Loop(Var variable, int before, int body)
    {
        if (_forward.Block(body).Take(before).OfType<For>().FirstOrDefault(l => _assignments[variable].All(l.Body.Contains)) is not { Go: null, Step: 1 } loop
            || ((Mark)loop.Body[0]).Block is var inner && Handed(variable, inner) is not { } handed
            || Raise(handed, inner) is not { } raise || Known(raise, inner, index: null) is not { } each)
            return null;
        Expr end = loop.Inclusive ? Integers.Sum(loop.End, Integers.Constant(1)) : loop.End;
        Expr rounds = Integers.Difference(end, loop.Start);
        if (end is not Length || !loop.Start.Equals(Zero))
            rounds = new Conditional(new Binary(BinaryOp.Less, loop.Start, end, IrType.Bool), rounds, Zero);
        return each.Equals(Integers.Constant(1)) ? rounds : Int(BinaryOp.Multiply, each, rounds);
    }

    /// <summary>The entry whose variable the value is; null where it is something else.</summary>
    private Let? EntryOf(Expr value, int body)
    {
        while (value is Read { Place: LocalPlace { Var: var variable } } && _forward.Find(variable) is { Stmt: Let let } definition && definition.At.Block == body)
        {
            if (Handed(let, definition.At) is not null)
                return let;
            value = let.Value;
        }

        return null;
    }

    private static Binary Int(BinaryOp op, Expr left, Expr right) => new(op, left, right, IrType.Int32);
}
