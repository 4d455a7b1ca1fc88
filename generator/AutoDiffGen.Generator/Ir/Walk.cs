using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Ir;

/// <summary>Looks at IR without changing it.</summary>
internal static class Walk
{
    /// <summary>The expressions directly inside.</summary>
    public static IEnumerable<Expr> Children(this Expr expr) => expr switch
    {
        RealConst or InertConst => [],
        Read read => Indices(read.Place),
        Unary unary => [unary.Operand],
        Binary binary => [binary.Left, binary.Right],
        Convert convert => [convert.Operand],
        Conditional conditional => [conditional.Condition, conditional.WhenTrue, conditional.WhenFalse],
        Call call => call.Arguments,
        StopGradient stop => [stop.Operand],
        Length length => [length.Array],
        View view => [view.Array, view.Start, view.Count],
        Part part => [part.Array, part.Start, part.End],
        Taken taken => [taken.Handle],
        Construct construct => construct.Arguments,
        Interpolation interpolation => interpolation.Parts.Where(p => p.Value is not null).Select(p => p.Value!),
        _ => throw Rewriter.Unknown(expr),
    };

    /// <summary>The expression and all inside it.</summary>
    public static IEnumerable<Expr> Tree(this Expr expr) => expr.IsAtom() ? [expr] : Inside(expr);

    private static IEnumerable<Expr> Inside(Expr expr)
    {
        var stack = new Stack<Expr>();
        stack.Push(expr);
        while (stack.Count > 0)
        {
            Expr top = stack.Pop();
            yield return top;
            if (top.IsAtom())
                continue;
            foreach (Expr child in top.Children())
                stack.Push(child);
        }
    }

    /// <summary>Every variable the expression reads, once for each read.</summary>
    public static IEnumerable<Var> Reads(this Expr expr) =>
        expr.Tree().OfType<Read>().Select(r => r.Place.Root()).OfType<Var>();

    /// <summary>The expressions a statement evaluates itself, not those of the blocks in it.</summary>
    public static IEnumerable<Expr> Expressions(this Stmt stmt) => stmt switch
    {
        Let let => [let.Value],
        Declare declare => declare.Value is null ? [] : [declare.Value],
        Assign assign => Addresses(assign.Target).Append(assign.Value),
        If branch => [branch.Condition],
        Labelled or Exit or Loop or Mark => [],
        While loop => [loop.Condition],
        For loop => loop.Go is null ? [loop.Start, loop.End] : [loop.Start, loop.End, loop.Go],
        Allocate allocate => allocate.Lengths,
        Save save => [new Read(save.Element)],
        Restore restore => Addresses(restore.Element),
        Push push => [push.Value],
        Reserve reserve => [reserve.Count],
        Pop { Target: LocalPlace { Type: SpanType } array } => [new Read(array)],
        Pop pop => Addresses(pop.Target),
        Invoke invoke => invoke.Arguments.SelectMany(a => a switch
        {
            { Value: { } value, Place: { } place } => Addresses(place).Append(value).Append(new Read(place)),
            { Value: { } value } => [value],
            _ => Addresses(a.Place!).Append(new Read(a.Place!)),
        }),
        Effect effect => [effect.Call],
        Return ret => ret.Value is null ? [] : [ret.Value],
        Throw thrown => [thrown.Exception],
        LetSinCos pair => [pair.Angle],
        _ => throw Rewriter.Unknown(stmt),
    };

    /// <summary>The blocks directly inside.</summary>
    public static IEnumerable<EquatableArray<Stmt>> Blocks(this Stmt stmt) => stmt switch
    {
        If branch => [branch.Then, branch.Else],
        Labelled labelled => [labelled.Body],
        Loop loop => [loop.Body],
        While loop => [loop.Body],
        For loop => [loop.Body],
        _ => [],
    };

    /// <summary>The statements and all inside them, in order.</summary>
    public static IEnumerable<Stmt> All(this IEnumerable<Stmt> block)
    {
        // Not by recursion: at every statement an iterator inside an iterator would go through all those around it.
        var open = new Stack<IEnumerator<Stmt>>();
        open.Push(block.GetEnumerator());
        while (open.Count > 0)
        {
            Checkpoint.Pass();
            if (!open.Peek().MoveNext())
            {
                open.Pop();
                continue;
            }

            Stmt stmt = open.Peek().Current;
            yield return stmt;
            foreach (EquatableArray<Stmt> inner in stmt.Blocks().Reverse())
            {
                if (!inner.IsEmpty)
                    open.Push(((IEnumerable<Stmt>)inner).GetEnumerator());
            }
        }
    }

    /// <summary>How many blocks are inside each other at most.</summary>
    public static int Depth(this EquatableArray<Stmt> block)
    {
        int deepest = 0;
        var open = new Stack<(EquatableArray<Stmt> Block, int Depth)>();
        open.Push((block, 1));
        while (open.Count > 0)
        {
            (EquatableArray<Stmt> top, int depth) = open.Pop();
            deepest = Math.Max(deepest, depth);
            foreach (Stmt stmt in top)
            {
                foreach (EquatableArray<Stmt> inner in stmt.Blocks())
                    open.Push((inner, depth + 1));
            }
        }

        return deepest;
    }

    /// <summary>The variables a statement defines or writes itself, not those of the blocks in it. A store into an element writes no variable.</summary>
    public static IEnumerable<Var> Writes(this Stmt stmt) => stmt switch
    {
        Let let => [let.Var],
        Declare declare => [declare.Var],
        Assign { Target: LocalPlace or ReferencePlace } assign => [assign.Target.Root()!],
        Assign => [],
        For loop => [loop.Index],
        Allocate allocate => allocate.Handle is null ? [allocate.Var] : [allocate.Var, allocate.Handle],
        Pop { Target: LocalPlace target } => target.Type.IsStorage() ? [] : [target.Var],
        LetSinCos pair => [pair.Sin, pair.Cos],
        Invoke invoke => invoke.Arguments.Select(a => a.Place).Where(p => p is LocalPlace or ReferencePlace && !p.Type.IsStorage())
            .Select(p => p!.Root()).Concat(invoke.Arguments.Select(a => a.Through?.Parameter)).Append(invoke.Result).OfType<Var>(),
        If or Labelled or Exit or Effect or Return or Throw or Loop or While or Mark or Save or Restore or Pop or Push or Reserve => [],
        _ => throw Rewriter.Unknown(stmt),
    };

    /// <summary>Whether control can run past the end of the block.</summary>
    public static bool Completes(this IEnumerable<Stmt> block) => block.All(stmt => stmt switch
    {
        Exit or Return or Throw or Loop => false,
        If branch => branch.Then.Completes() || branch.Else.Completes(),
        Labelled labelled => labelled.Body.Completes() || labelled.Body.All().Any(s => s is Exit exit && exit.Label == labelled.Label),
        _ => true,
    });

    /// <summary>The variable a place is, or is a part of; null for a static field.</summary>
    public static Var? Root(this Place place) => place switch
    {
        LocalPlace local => local.Var,
        ReferencePlace reference => reference.Parameter,
        StaticPlace => null,
        ElementPlace element => element.Array.Root(),
        FieldPlace field => field.Owner.Root(),
        _ => throw Rewriter.Unknown(place),
    };

    /// <summary>What a place that is written reads to find its element: the arrays and the indices.</summary>
    public static IEnumerable<Expr> Addresses(Place place) => place switch
    {
        LocalPlace or ReferencePlace or StaticPlace => [],
        ElementPlace element => element.Indices.Prepend(new Read(element.Array)),
        FieldPlace field => Addresses(field.Owner),
        _ => throw Rewriter.Unknown(place),
    };

    private static IEnumerable<Expr> Indices(Place place) => place switch
    {
        LocalPlace or ReferencePlace or StaticPlace => [],
        ElementPlace element => Indices(element.Array).Concat(element.Indices),
        FieldPlace field => Indices(field.Owner),
        _ => throw Rewriter.Unknown(place),
    };
}
