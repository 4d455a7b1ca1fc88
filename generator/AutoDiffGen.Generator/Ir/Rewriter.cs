using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Ir;

/// <summary>
/// Rebuilds IR from the leaves up; a pass overrides what it changes. Every kind of node is named here once, so a new kind
/// that is forgotten fails loudly instead of slipping through.
/// </summary>
internal abstract class Rewriter
{
    public virtual Expr Visit(Expr expr)
    {
        Checkpoint.Pass();
        return Rebuilt(expr);
    }

    private Expr Rebuilt(Expr expr) => expr switch
    {
        RealConst or InertConst => expr,
        Read read => new Read(Visit(read.Place)),
        Unary unary => unary with { Operand = Visit(unary.Operand) },
        Binary binary => binary with { Left = Visit(binary.Left), Right = Visit(binary.Right) },
        Convert convert => convert with { Operand = Visit(convert.Operand) },
        Conditional conditional => new Conditional(Visit(conditional.Condition), Visit(conditional.WhenTrue), Visit(conditional.WhenFalse)),
        Call call => call with { Arguments = Visit(call.Arguments) },
        StopGradient stop => new StopGradient(Visit(stop.Operand)),
        Length length => length with { Array = Visit(length.Array) },
        Taken taken => taken with { Handle = Visit(taken.Handle) },
        Part part => part with { Array = Visit(part.Array), Start = Visit(part.Start), End = Visit(part.End) },
        View view => view with { Array = Visit(view.Array), Start = Visit(view.Start), Count = Visit(view.Count) },
        Construct construct => construct with { Arguments = Visit(construct.Arguments) },
        Interpolation interpolation => new Interpolation(
            interpolation.Parts.Select(p => p.Value is null ? p : p with { Value = Visit(p.Value) }).ToEquatableArray()),
        _ => throw Unknown(expr),
    };

    public virtual Place Visit(Place place) => place switch
    {
        LocalPlace or ReferencePlace or StaticPlace => place,
        ElementPlace element => element with { Array = ((Read)Visit(new Read(element.Array))).Place, Indices = Visit(element.Indices) },
        FieldPlace field => field with { Owner = Visit(field.Owner) },
        _ => throw Unknown(place),
    };

    /// <summary>The statements that take this one's place.</summary>
    public virtual IEnumerable<Stmt> Visit(Stmt stmt)
    {
        switch (stmt)
        {
            case Let let:
                return [let with { Value = Visit(let.Value) }];
            case Declare declare:
                return [declare with { Value = declare.Value is null ? null : Visit(declare.Value) }];
            case Assign assign:
                return [assign with { Target = VisitTarget(assign.Target), Value = Visit(assign.Value) }];
            case If branch:
                return [branch with { Condition = Visit(branch.Condition), Then = Block(branch.Then), Else = Block(branch.Else) }];
            case Labelled labelled:
                return [labelled with { Body = Block(labelled.Body) }];
            case Exit:
                return [stmt];
            case Invoke invoke:
                return [invoke with { Arguments = invoke.Arguments.Select(Visit).ToEquatableArray() }];
            case Effect effect:
                return [effect with { Call = (Call)Visit(effect.Call) }];
            case Return ret:
                return [ret with { Value = ret.Value is null ? null : Visit(ret.Value) }];
            case Throw thrown:
                return [thrown with { Exception = Visit(thrown.Exception) }];
            case LetSinCos pair:
                return [pair with { Angle = Visit(pair.Angle) }];
            case Loop loop:
                return [loop with { Body = Block(loop.Body) }];
            case While loop:
                return [loop with { Condition = Visit(loop.Condition), Body = Block(loop.Body) }];
            case For loop:
                return
                [
                    loop with
                    {
                        Start = Visit(loop.Start), End = Visit(loop.End), Go = loop.Go is null ? null : Visit(loop.Go), Body = Block(loop.Body),
                    },
                ];
            case Allocate allocate:
                return [allocate with { Lengths = Visit(allocate.Lengths) }];
            case Mark:
                return [stmt];
            case Save save:
                return [save with { Element = (ElementPlace)VisitTarget(save.Element) }];
            case Restore restore:
                return [restore with { Element = (ElementPlace)VisitTarget(restore.Element) }];
            case Reserve reserve:
                return [reserve with { Count = Visit(reserve.Count) }];
            case Push push:
                return [push with { Value = Visit(push.Value) }];
            case Pop { Target: LocalPlace { Type: SpanType } array } pop:
                return [pop with { Target = ((Read)Visit(new Read(array))).Place }];
            case Pop pop:
                return [pop with { Target = VisitTarget(pop.Target) }];
            default:
                throw Unknown(stmt);
        }
    }

    /// <summary>The block's statements, rebuilt in order.</summary>
    public virtual EquatableArray<Stmt> Block(EquatableArray<Stmt> block) => block.SelectMany(Visit).ToEquatableArray();

    public EquatableArray<Expr> Visit(EquatableArray<Expr> exprs) => exprs.Select(Visit).ToEquatableArray();

    /// <summary>A place that is written: the array and the indices that lead to it are read, it is not.</summary>
    protected virtual Place VisitTarget(Place place) => place switch
    {
        LocalPlace or ReferencePlace or StaticPlace => place,
        ElementPlace element => element with { Array = ((Read)Visit(new Read(element.Array))).Place, Indices = Visit(element.Indices) },
        FieldPlace field => field with { Owner = VisitTarget(field.Owner) },
        _ => throw Unknown(place),
    };

    private Argument Visit(Argument argument) => new(
        argument.Value is null ? null : Visit(argument.Value),
        argument.Place is not LocalPlace { Type: var type } array || !type.IsStorage()
            ? argument.Place is null ? null : VisitTarget(argument.Place)
            : ((Read)Visit(new Read(array))).Place,
        argument.Through, argument.IsConstant);

    public static InvalidOperationException Unknown(object node) => new($"No case for {node.GetType().Name}.");
}
