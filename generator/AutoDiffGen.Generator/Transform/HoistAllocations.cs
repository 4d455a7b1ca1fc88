using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Takes the arrays that a loop creates out of it: one array serves all rounds, and is cleared where a new one was created. One whose
/// length only the loop knows stays, with a handle to find it by in the reverse sweep.
/// </summary>
/// <example><code>
/// for (…) { t = new double[n]; … }        →        t = new double[n]; for (…) { for (k …) t[k] = 0; … }
/// </code></example>
internal sealed class HoistAllocations
{
    private readonly Names _names;
    private readonly Dictionary<Var, Expr> _values;
    private readonly bool _isOn;
    private readonly bool _mayBeNull;

    private HoistAllocations(Function function, bool isOn)
    {
        _isOn = isOn;
        _mayBeNull = NullTests.AreIn(function.Body);
        _names = new Names(function.Names());
        _values = function.Body.All().OfType<Let>().ToDictionary(l => l.Var, l => l.Value);
    }

    /// <param name="function">Every variable but those handed from round to round has one value.</param>
    /// <param name="isOn">Otherwise every array that a loop creates stays there, with a handle.</param>
    public static Function Run(Function function, bool isOn) => function with { Body = new HoistAllocations(function, isOn).Block(function.Body, new Dereferenced()) };

    private EquatableArray<Stmt> Block(EquatableArray<Stmt> block, Dereferenced known)
    {
        var done = new List<Stmt>();
        foreach (Stmt stmt in block)
        {
            known.Add(stmt);
            switch (stmt)
            {
                case If branch:
                    done.Add(branch with { Then = Block(branch.Then, known.Copy()), Else = Block(branch.Else, known.Copy()) });
                    break;
                case While or For:
                    var inside = new HashSet<Var>(new[] { stmt }.All().SelectMany(s => s.Writes()));
                    done.AddRange(new Out(this, inside, known, done).Visit(stmt).ToArray());
                    break;
                default:
                    done.Add(stmt);
                    break;
            }
        }

        return done.ToEquatableArray();
    }

    /// <summary>A loop without allocations; they go before it.</summary>
    private sealed class Out(HoistAllocations pass, HashSet<Var> inside, Dereferenced known, List<Stmt> before) : Rewriter
    {
        public override IEnumerable<Stmt> Visit(Stmt stmt)
        {
            if (stmt is not Allocate { Handle: null } allocate)
                return base.Visit(stmt);
            if (!pass._isOn || !allocate.Lengths.All(l => IsKnown(l) && !MayThrow(l)))
                return [allocate with { Handle = new Var(pass._names.Fresh("handle"), IrType.Int32, VarRole.Temporary) }];

            // The array may never be created: then a negative length is no error.
            var zero = new InertConst("0", IrType.Int32);
            before.Add(allocate with
            {
                Lengths = new Throwing.Lengths(known).Visit(new Outside(pass, inside).Visit(allocate.Lengths))
                    .Select(l => IsNatural(l) ? l : new Conditional(IsNegative(l), zero, l)).ToEquatableArray(),
            });
            IEnumerable<Stmt> negative = allocate.Lengths.Where(l => !IsNatural(l))
                .Select(l => new If(IsNegative(l), [new Throw(new Construct([], new InertType("global::System.OverflowException")), allocate.Origin)], [], allocate.Origin));
            return [.. negative, Clear(allocate.Var, new Read(new LocalPlace(allocate.Var)), allocate, [])];

            Expr IsNegative(Expr length) => new Binary(BinaryOp.Less, length, zero, IrType.Bool);
        }

        private Stmt Clear(Var array, Expr read, Allocate allocate, EquatableArray<Expr> indices)
        {
            int dimension = indices.Count;
            var k = new Var(pass._names.Fresh("k"), IrType.Int32, VarRole.Temporary);
            var length = new Length(read, allocate.Lengths.Count == 1 ? null : dimension);
            EquatableArray<Expr> all = [.. indices, k.Read];
            Stmt body = all.Count == allocate.Lengths.Count
                ? new Assign(new ElementPlace(new LocalPlace(array), all, array.Type.Element()), Reals.Zero(array.Type.Element()), allocate.Origin)
                : Clear(array, read, allocate, all);
            return new For(k, new InertConst("0", IrType.Int32), length, Inclusive: false, 1, null, [body], allocate.Origin);
        }

        /// <summary>Whether computing the length where the method does not might throw.</summary>
        private bool MayThrow(Expr expr) => Throwing.May(expr) || expr.Tree().Any(e => e switch
        {
            Length { Array.Type: ArrayType } => pass._mayBeNull,
            Read { Place: LocalPlace local } when inside.Contains(local.Var) => MayThrow(pass._values[local.Var]),
            _ => false,
        });

        /// <summary>Whether the length is none that could be negative: of other arrays, or constant.</summary>
        private bool IsNatural(Expr expr) => expr switch
        {
            Length => true,
            InertConst constant => !constant.Text.StartsWith("-", StringComparison.Ordinal),
            Read { Place: LocalPlace local } => pass._values.TryGetValue(local.Var, out Expr? value) && IsNatural(value),
            _ => false,
        };

        /// <summary>Whether the length can be told before the loop.</summary>
        private bool IsKnown(Expr expr) => expr.Tree().All(e => e is not Read read
            || read.Place is StaticPlace
            || (read.Place is LocalPlace local && (!inside.Contains(local.Var) || (pass._values.TryGetValue(local.Var, out Expr? value) && IsKnown(value)))));
    }

    /// <summary>An expression in terms of what is known before the loop.</summary>
    private sealed class Outside(HoistAllocations pass, HashSet<Var> inside) : Rewriter
    {
        public override Expr Visit(Expr expr)
        {
            return expr is Read { Place: LocalPlace local } && inside.Contains(local.Var) ? Visit(pass._values[local.Var]) : base.Visit(expr);
        }
    }
}
