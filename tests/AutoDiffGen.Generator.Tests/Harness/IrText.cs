using System.Globalization;
using System.Text;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Tests.Harness;

/// <summary>The IR, one statement a line: <c>let t0 = Sin(x)</c>, <c>var y = (t0 * x)</c>, <c>if c { … } else { … }</c>.</summary>
internal static class IrText
{
    public static string Of(MethodModel model)
    {
        var text = new StringBuilder();
        Write(text, model.Function);
        foreach (Helper helper in model.Helpers.Where(h => h.Body is not null))
            Write(text, helper.Body!);
        return text.ToString();
    }

    public static string Of(Function function)
    {
        var text = new StringBuilder();
        Write(text, function);
        foreach (Function nested in function.Nested)
            Write(text, nested);
        return text.ToString();
    }

    public static string Of(IEnumerable<Stmt> statements)
    {
        var text = new StringBuilder();
        Write(text, statements, 0);
        return text.ToString();
    }

    public static string Of(Expr expression) => expression switch
    {
        RealConst { Name: { } name } => name.Replace("global::", ""),
        RealConst real => real.Value.ToString("R", CultureInfo.InvariantCulture) + (real.Real.Kind == RealKind.Single ? "f" : "d"),
        InertConst constant => constant.Text.Replace("global::", ""),
        Read read => Of(read.Place),
        Unary unary => $"{Symbol(unary.Op)}{Of(unary.Operand)}",
        Binary binary => $"({Of(binary.Left)} {Symbol(binary.Op)}{(binary.Checked ? "!" : "")} {Of(binary.Right)})",
        Ir.Convert convert => $"{convert.To.CSharp.Replace("global::", "")}{(convert.Checked ? "!" : "")}({Of(convert.Operand)})",
        Conditional c => $"({Of(c.Condition)} ? {Of(c.WhenTrue)} : {Of(c.WhenFalse)})",
        Call call => $"{Function(call.Function)}({string.Join(", ", call.Arguments.Select(Of))})",
        Length { OrNone: true } length => $"{Of(length with { OrNone = false })} or 0",
        Length { Dimension: { } dimension } length => $"{Of(length.Array)}.GetLength({dimension})",
        Length length => $"{Of(length.Array)}.Length",
        View view => $"{Of(view.Array)}[{Of(view.Start)}, {Of(view.Count)}]",
        Taken taken => $"array {Of(taken.Handle)}",
        StopGradient stop => $"stop({Of(stop.Operand)})",
        Construct construct => $"new {construct.Of.CSharp.Replace("global::", "")}({string.Join(", ", construct.Arguments.Select(Of))})",
        Interpolation text => $"$({string.Join(" ", text.Parts.Select(p => p.Literal is not null ? $"'{p.Literal}'" : $"{Of(p.Value!)},{p.Alignment}:{p.Format}"))})",
        _ => throw new InvalidOperationException(expression.GetType().Name),
    };

    private static void Write(StringBuilder text, Function function)
    {
        string parameters = string.Join(", ", function.Parameters.Select(p => $"{(p.Active ? "" : "!")}{p.Mode.Prefix()}{Type(p.Var.Type)} {p.Var.Name}"));
        text.Append($"{Type(function.Result)} {function.Name}({parameters})\n");
        Write(text, function.Body, 1);
    }

    private static void Write(StringBuilder text, IEnumerable<Stmt> statements, int depth)
    {
        foreach (Stmt statement in statements)
        {
            string indent = new(' ', depth * 4);
            switch (statement)
            {
                case If branch:
                    text.Append($"{indent}if {Of(branch.Condition)} {{\n");
                    Write(text, branch.Then, depth + 1);
                    if (!branch.Else.IsEmpty)
                    {
                        text.Append($"{indent}}} else {{\n");
                        Write(text, branch.Else, depth + 1);
                    }

                    text.Append(indent + "}\n");
                    break;
                case Loop loop:
                    text.Append($"{indent}loop {{\n");
                    Write(text, loop.Body, depth + 1);
                    text.Append(indent + "}\n");
                    break;
                case While loop:
                    text.Append($"{indent}while {Of(loop.Condition)} {{\n");
                    Write(text, loop.Body, depth + 1);
                    text.Append(indent + "}\n");
                    break;
                case For loop:
                    text.Append($"{indent}for {Header(loop)} {{\n");
                    Write(text, loop.Body, depth + 1);
                    text.Append(indent + "}\n");
                    break;
                case Mark:
                    // A note of one pass for the next.
                    break;
                case Labelled block:
                    text.Append($"{indent}{block.Label}: {{\n");
                    Write(text, block.Body, depth + 1);
                    text.Append(indent + "}\n");
                    break;
                default:
                    text.Append(indent + Line(statement) + "\n");
                    break;
            }
        }
    }

    private static string Line(Stmt statement) => statement switch
    {
        Let let => $"let {let.Var} = {Of(let.Value)}",
        Declare { Value: { } value } declare => $"var {declare.Var} = {Of(value)}",
        Declare declare => $"var {declare.Var}",
        Assign assign => $"{Of(assign.Target)} = {Of(assign.Value)}",
        Allocate { Handle: { } handle } allocate => $"new {allocate.Var}[{string.Join(", ", allocate.Lengths.Select(Of))}] as {handle}",
        Save save => $"save {Of(save.Element)}",
        Restore restore => $"restore {Of(restore.Element)}",
        Push push => $"push {Of(push.Value)}",
        Reserve reserve => $"reserve {Of(reserve.Count)}",
        Pop pop => $"pop {Of(pop.Target)}",
        Allocate allocate => $"new {allocate.Var}[{string.Join(", ", allocate.Lengths.Select(Of))}]",
        Exit exit => $"exit {exit.Label}",
        Invoke invoke => $"{(invoke.Result is { } result ? $"{result} = " : "")}invoke {invoke.Function.Name}({string.Join(", ", invoke.Arguments.Select(Of))})",
        Effect effect => $"effect {Of(effect.Call)}",
        Return { Value: { } value } => $"return {Of(value)}",
        Return => "return",
        Throw thrown => $"throw {Of(thrown.Exception)}",
        LetSinCos pair => $"let ({pair.Sin}, {pair.Cos}) = SinCos({Of(pair.Angle)})",
        _ => throw new InvalidOperationException(statement.GetType().Name),
    };

    private static string Header(For loop)
    {
        string comparison = $"{loop.Index} {(loop.Step > 0 ? "<" : ">")}{(loop.Inclusive ? "=" : "")} {Of(loop.End)}";
        string step = loop.Step switch { 1 => "++", -1 => "--", > 0 => $" += {loop.Step}", _ => $" -= {-loop.Step}" };
        return $"{loop.Index} = {Of(loop.Start)}; {(loop.Go is null ? "" : Of(loop.Go) + " && ")}{comparison}; {loop.Index}{step}";
    }

    private static string Of(Argument argument) => argument.Place is { } place ? "&" + Of(place) : Of(argument.Value!);

    private static string Of(Place place) => place switch
    {
        LocalPlace local => local.Var.Name,
        ReferencePlace reference => "*" + reference.Parameter.Name,
        ElementPlace element => $"{Of(element.Array)}[{string.Join(", ", element.Indices.Select(Of))}]",
        StaticPlace field => field.Text.Replace("global::", ""),
        _ => throw new InvalidOperationException(place.GetType().Name),
    };

    private static string Type(IrType type) => type.CSharp.Replace("global::System.", "");

    private static string Function(FunctionRef function) =>
        $"{function.Container.Replace("global::", "")}.{(function.PartOf is null ? "" : function.PartOf + ".")}{function.Name}{(function.Parameters.Any(p => p.Type == IrType.Single) ? "f" : "")}";

    private static string Symbol(UnaryOp op) => op switch
    {
        UnaryOp.Plus => "+",
        UnaryOp.Negate => "-",
        UnaryOp.Not => "!",
        _ => "~",
    };

    private static string Symbol(BinaryOp op) => op switch
    {
        BinaryOp.Add => "+",
        BinaryOp.Subtract => "-",
        BinaryOp.Multiply => "*",
        BinaryOp.Divide => "/",
        BinaryOp.Remainder => "%",
        BinaryOp.Equal => "==",
        BinaryOp.NotEqual => "!=",
        BinaryOp.Less => "<",
        BinaryOp.LessOrEqual => "<=",
        BinaryOp.Greater => ">",
        BinaryOp.GreaterOrEqual => ">=",
        BinaryOp.AndAlso => "&&",
        BinaryOp.OrElse => "||",
        BinaryOp.And => "&",
        BinaryOp.Or => "|",
        BinaryOp.Xor => "^",
        BinaryOp.ShiftLeft => "<<",
        BinaryOp.ShiftRight => ">>",
        _ => ">>>",
    };
}
