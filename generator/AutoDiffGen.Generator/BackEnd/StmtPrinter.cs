using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.BackEnd;

/// <summary>Statements as C# text, with a comment where the derivative of another source statement begins.</summary>
internal sealed class StmtPrinter(IndentedWriter writer, StoragePrinter storage, Function function)
{
    private readonly HashSet<Var> _declared = new(function.Body.All().OfType<Declare>().Select(d => d.Var));

    public void Body() => Block(storage.Resolve(function.Body), null);


    /// <param name="said">The comment that already stands above the block.</param>
    private void Block(EquatableArray<Stmt> block, string? said)
    {
        string? last = said;
        foreach (Stmt stmt in block)
        {
            string? head = stmt.Origin is { Text: not null } ? Head(stmt.Origin) : null;
            if (head is not null && head != last)
            {
                last = head;
                writer.Separate();
                writer.Line(head);
            }

            Print(stmt, last);
        }
    }

    /// <summary>The comment for a statement's code; null for the value's own statements, which read as in the source.</summary>
    private static string? Head(Origin origin)
    {
        string at = origin.Helper is null ? "" : $" (in {origin.Helper})";
        return origin.Sweep switch
        {
            Sweep.Primal => origin.Helper is null ? null : $"// {origin.Helper}: {origin.Text}",
            Sweep.Reverse => $"// reverse{at}: {origin.Text}",
            Sweep.Tangent => $"// tangent{at}: {origin.Text}",
            _ => throw new InvalidOperationException($"Unknown sweep {origin.Sweep}."),
        };
    }

    private void Print(Stmt stmt, string? said)
    {
        switch (stmt)
        {
            case Let let:
                writer.Line($"{let.Var.Type.CSharp} {Name(let.Var)} = {ExprPrinter.Print(let.Value)};");
                break;
            case Declare declare:
                writer.Line(declare.Value is null
                    ? $"{declare.Var.Type.CSharp} {Name(declare.Var)};"
                    : $"{declare.Var.Type.CSharp} {Name(declare.Var)} = {ExprPrinter.Print(declare.Value)};");
                break;
            case Assign assign:
                writer.Line(Assignment(assign));
                break;
            case If branch:
                Branch(branch, "if", said);
                break;
            case While loop:
                writer.Open($"while ({ExprPrinter.Print(loop.Condition)})");
                Block(loop.Body, said);
                writer.Close();
                break;
            case For loop:
                writer.Open(Header(loop));
                Block(loop.Body, said);
                writer.Close();
                break;
            case Allocate allocate:
                if (allocate.Handle is null)
                {
                    writer.Line($"{Type(allocate.Var)}{Name(allocate.Var)} = {storage.Take(allocate)};");
                    break;
                }

                writer.Line($"{Type(allocate.Handle)}{Name(allocate.Handle)} = {storage.Take(allocate)};");
                writer.Line($"{Type(allocate.Var)}{Name(allocate.Var)} = {ExprPrinter.Print(storage.At(allocate.Handle.Read, allocate.Var.Type))};");
                break;
            case Invoke call:
                IEnumerable<string> arguments = call.Arguments.Select((a, i) => a.Place is null || a.Place.Type.IsStorage()
                    ? ExprPrinter.Print(a.Value ?? new Read(a.Place!))
                    : (call.Function.Parameters.IsEmpty ? "ref " : call.Function.Parameters[i].Mode.Prefix()) + ExprPrinter.Print(a.Through ?? a.Place));
                string result = call.Result is null ? "" : $"{Type(call.Result)}{Name(call.Result)} = ";
                writer.Line($"{result}{call.Function.Name}({string.Join(", ", arguments.Concat(storage.Arguments))});");
                foreach (Argument through in call.Arguments.Where(a => a.Through is not null))
                    writer.Line($"{ExprPrinter.Print(through.Place!)} = {ExprPrinter.Print(through.Through!)};");
                break;
            case Reserve reserve:
                writer.Line($"{storage.Stack(reserve.Of)}.Reserve({ExprPrinter.Print(reserve.Count)});");
                break;
            case Push push:
                writer.Line($"{storage.Stack(push.Value.Type)}.Push({ExprPrinter.Print(push.Value)});");
                break;
            case Pop { Target: LocalPlace { Type: SpanType } array }:
                writer.Line($"{storage.Stack(array.Type)}.Pop({Name(array.Var)});");
                break;
            case Pop { Target: LocalPlace target }:
                writer.Line($"{target.Type.CSharp} {Name(target.Var)} = {storage.Stack(target.Type)}.Pop();");
                break;
            case Pop pop:
                writer.Line($"{ExprPrinter.Print(pop.Target)} = {storage.Stack(pop.Target.Type)}.Pop();");
                break;
            case Effect effect:
                writer.Line($"{ExprPrinter.Print(effect.Call)};");
                break;
            case Return ret:
                writer.Separate();
                writer.Line(ret.Value is null ? "return;" : $"return {ExprPrinter.Print(ret.Value)};");
                break;
            case Throw thrown:
                writer.Line($"throw {ExprPrinter.Print(thrown.Exception)};");
                break;
            case LetSinCos pair:
                string math = pair.Angle.Type == IrType.Single ? "global::System.MathF" : "global::System.Math";
                string type = pair.Angle.Type.CSharp;
                writer.Line($"({type} {Name(pair.Sin)}, {type} {Name(pair.Cos)}) = {math}.SinCos({ExprPrinter.Print(pair.Angle)});");
                break;
            default:
                throw Rewriter.Unknown(stmt);
        }
    }

    private void Branch(If branch, string keyword, string? said)
    {
        writer.Open($"{keyword} ({ExprPrinter.Print(branch.Condition)})");
        Block(branch.Then, said);
        writer.Close();
        if (branch.Else.IsEmpty)
            return;
        if (branch.Else.Count == 1 && branch.Else[0] is If chained)
        {
            Branch(chained, "else if", said);
            return;
        }

        writer.Open("else");
        Block(branch.Else, said);
        writer.Close();
    }

    /// <summary>What goes before the name of a variable that is given its value: its type, unless it has been declared.</summary>
    private string Type(Var variable) => _declared.Contains(variable) ? "" : variable.Type.CSharp + " ";

    private static string Header(For loop)
    {
        string index = Name(loop.Index);
        BinaryOp within = (loop.Step > 0, loop.Inclusive) switch
        {
            (true, true) => BinaryOp.LessOrEqual,
            (true, false) => BinaryOp.Less,
            (false, true) => BinaryOp.GreaterOrEqual,
            (false, false) => BinaryOp.Greater,
        };
        Expr go = new Binary(within, loop.Index.Read, loop.End, IrType.Bool);
        if (loop.Go is not null)
            go = new Binary(BinaryOp.AndAlso, loop.Go, go, IrType.Bool);
        string step = loop.Step switch
        {
            1 => $"{index}++",
            -1 => $"{index}--",
            > 0 => $"{index} += {loop.Step.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
            _ => $"{index} -= {(-(long)loop.Step).ToString(System.Globalization.CultureInfo.InvariantCulture)}",
        };
        return $"for (int {index} = {ExprPrinter.Print(loop.Start)}; {ExprPrinter.Print(go)}; {step})";
    }

    private static string Assignment(Assign assign)
    {
        string target = ExprPrinter.Print(assign.Target);
        if (assign.Value is Binary { Left: Read { Place: var place }, Op: BinaryOp.Add or BinaryOp.Subtract } update
            && place.Root() is not null && ExprPrinter.Print(place) == target && assign.Value.Type is RealType)
            return $"{target} {(update.Op == BinaryOp.Add ? "+=" : "-=")} {ExprPrinter.Print(update.Right)};";
        return $"{target} = {ExprPrinter.Print(assign.Value)};";
    }

    private static string Name(Var variable) => Literals.Identifier(variable.Name);
}
