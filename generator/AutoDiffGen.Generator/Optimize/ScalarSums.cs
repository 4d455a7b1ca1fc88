using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>
/// Adds up in a variable what every round of a loop adds to one and the same element, so that it stays in a register.
/// </summary>
/// <example><code>
/// for (i = 0; i &lt; n; i++) { da[k] += d * b[i]; }        →        sum = 0; for (i = 0; i &lt; n; i++) { sum += d * b[i]; }  if (0 &lt; n) da[k] += sum;
/// </code></example>
internal sealed class ScalarSums
{
    private readonly Storages _storages;
    private readonly Names _names;

    private ScalarSums(Function function)
    {
        _storages = Storages.Of(function);
        _names = new Names(function.Names());
    }

    public static Function Run(Function function) => function with { Body = new ScalarSums(function).Block(function.Body).ToEquatableArray() };

    private List<Stmt> Block(EquatableArray<Stmt> block)
    {
        var done = new List<Stmt>();
        foreach (Stmt stmt in block)
        {
            switch (stmt)
            {
                case If branch:
                    done.Add(branch with { Then = Block(branch.Then).ToEquatableArray(), Else = Block(branch.Else).ToEquatableArray() });
                    break;
                case While loop:
                    done.Add(loop with { Body = Block(loop.Body).ToEquatableArray() });
                    break;
                case For loop:
                    Loop(loop with { Body = Block(loop.Body).ToEquatableArray() }, done);
                    break;
                default:
                    done.Add(stmt);
                    break;
            }
        }

        return done;
    }

    private void Loop(For loop, List<Stmt> done)
    {
        var after = new List<Stmt>();
        if (loop is { Go: null, Origin.Sweep: Sweep.Reverse })
        {
            var changing = new HashSet<Var>(new Stmt[] { loop }.All().SelectMany(s => s.Writes()));
            foreach (Assign sum in loop.Body.OfType<Assign>().Where(IsSum).ToArray())
            {
                var element = (ElementPlace)sum.Target;
                Stmt[] others = loop.Body.All().Where(s => !ReferenceEquals(s, sum)).ToArray();
                Var storage = _storages.Of(element)!;
                if (Walk.Addresses(element).SelectMany(e => e.Tree()).Any(e => e is Read { Place: not LocalPlace } || (e is Read read && changing.Contains(read.Place.Root()!)))
                    || others.SelectMany(s => s.Expressions()).Append(((Binary)sum.Value).Right).SelectMany(e => e.Reads()).Any(v => v.Type.IsStorage() && _storages.Of(v) == storage)
                    || others.Any(s => s is Effect or Invoke or Push or Pop or Return or Throw))
                    continue;

                var variable = new Var(_names.Fresh("sum"), element.Type, VarRole.Derivative);
                done.Add(new Declare(variable, Reals.Zero(element.Type), loop.Origin));
                var value = (Binary)sum.Value;
                Stmt added = sum with { Target = new LocalPlace(variable), Value = value with { Left = variable.Read } };
                loop = loop with { Body = loop.Body.Select(s => ReferenceEquals(s, sum) ? added : s).ToEquatableArray() };

                // Without a round there may be no such element.
                BinaryOp test = (loop.Step > 0, loop.Inclusive) switch
                {
                    (true, false) => BinaryOp.Less,
                    (true, true) => BinaryOp.LessOrEqual,
                    (false, false) => BinaryOp.Greater,
                    (false, true) => BinaryOp.GreaterOrEqual,
                };
                after.Add(new If(
                    new Binary(test, loop.Start, loop.End, IrType.Bool),
                    [new Assign(element, Reals.Plus(new Read(element), variable.Read), sum.Origin)], [], sum.Origin));
            }
        }

        done.Add(loop);
        done.AddRange(after);
    }

    private bool IsSum(Assign assign) => assign is { Target: ElementPlace target, Value: Binary { Op: BinaryOp.Add or BinaryOp.Subtract, Type: RealType, Left: Read { Place: ElementPlace left } } }
        && left.Equals(target) && _storages.Of(target) is not null;
}
