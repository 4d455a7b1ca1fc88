using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Makes branches of choices between references that are more than names, so that <see cref="Versions"/> can number what was chosen. What a
/// reference is found by gets a name where it is read from elements: it is asked for again when they may have changed.
/// </summary>
/// <example><code>
/// s = c ? a.Slice(0, k) : b;        →        if (c) s = a.Slice(0, k); else s = b;
/// s = a.Slice(n[0], 2);             →        t0 = n[0];  s = a.Slice(t0, 2);
/// </code></example>
internal sealed class ReferenceChoices : Rewriter
{
    private readonly Names _names;

    private ReferenceChoices(Names names) => _names = names;

    public static Function Run(Function function) => function with { Body = new ReferenceChoices(new Names(function.Names())).Block(function.Body) };

    public override IEnumerable<Stmt> Visit(Stmt stmt) => stmt switch
    {
        Let { Value: var value } let when IsChoice(value) => Chosen(let.Var, value, let.Origin).Prepend(new Declare(let.Var, null, let.Origin)),
        Declare { Value: { } value } declare when IsChoice(value) => Chosen(declare.Var, value, declare.Origin).Prepend(new Declare(declare.Var, null, declare.Origin)),
        Assign { Target: LocalPlace target, Value: var value } assign when IsChoice(value) => Chosen(target.Var, value, assign.Origin),
        Assign { Target: ElementPlace { Type: ArrayType }, Value: not (Read { Place: LocalPlace } or InertConst) } row => NamedRow(row),
        Let { Var.Type: var type } let when type.IsStorage() => Found(let.Value, let.Origin, v => let with { Value = v }),
        Declare { Value: { } value, Var.Type: var type } declare when type.IsStorage() => Found(value, declare.Origin, v => declare with { Value = v }),
        Assign { Target: LocalPlace, Value: var value } assign when value.Type.IsStorage() => Found(value, assign.Origin, v => assign with { Value = v }),
        _ => base.Visit(stmt),
    };

    private static bool IsChoice(Expr value) => value switch
    {
        Conditional { Type: var type } choice when type.IsStorage() =>
            !IsName(choice.WhenTrue) || !IsName(choice.WhenFalse) || choice.Condition.Tree().Any(e => e is Read { Place: not LocalPlace }),
        Ir.Convert convert => IsChoice(convert.Operand),
        _ => false,
    };

    private static bool IsName(Expr arm) => arm switch
    {
        Read { Place: LocalPlace } => true,
        Conditional => !IsChoice(arm),
        Ir.Convert convert => IsName(convert.Operand),
        _ => false,
    };

    private IEnumerable<Stmt> Chosen(Var target, Expr value, Origin? origin)
    {
        (Conditional choice, IrType? to) = value is Ir.Convert convert ? ((Conditional)convert.Operand, convert.To) : ((Conditional)value, null);
        return [new If(choice.Condition, Arm(choice.WhenTrue), Arm(choice.WhenFalse), origin)];

        EquatableArray<Stmt> Arm(Expr arm) => Visit(new Assign(new LocalPlace(target), to is null ? arm : new Ir.Convert(arm, to), origin)).ToEquatableArray();
    }

    /// <summary>What is stored as a row has a name.</summary>
    private IEnumerable<Stmt> NamedRow(Assign store)
    {
        var row = new Var(_names.Fresh("row"), store.Value.Type, VarRole.Temporary);
        return [.. Visit(new Declare(row, store.Value, store.Origin)), store with { Value = row.Read }];
    }

    private IEnumerable<Stmt> Found(Expr value, Origin? origin, Func<Expr, Stmt> use)
    {
        var named = new List<Stmt>();
        Expr found = new Naming(_names, origin, named).Reference(value);
        return named.Append(use(found));
    }

    /// <summary>Names the integers that say which part of what a reference refers to, where they are read from elements.</summary>
    private sealed class Naming(Names names, Origin? origin, List<Stmt> before)
    {
        public Expr Reference(Expr value) => value switch
        {
            View view => view with { Array = Reference(view.Array), Start = Integer(view.Start), Count = Integer(view.Count) },
            Ir.Convert convert => convert with { Operand = Reference(convert.Operand) },
            Read { Place: ElementPlace { Type: var type } row } when type.IsStorage() => new Read(row with { Indices = row.Indices.Select(Integer).ToEquatableArray() }),
            _ => value,
        };

        private Expr Integer(Expr value)
        {
            if (!value.Tree().Any(e => e is Read { Place: not LocalPlace }))
                return value;
            var name = new Var(names.Temporary(), value.Type, VarRole.Temporary);
            before.Add(new Let(name, value, origin));
            return name.Read;
        }
    }
}
