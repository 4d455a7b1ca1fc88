using System.Linq.Expressions;
using System.Reflection;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Conformance.Engines;

/// <summary>Calls a lifted method. Reflection could not: it has no box for a span.</summary>
internal static class LiftedCall
{
    /// <summary>
    /// Compiles a call with the arguments in an array, spans as the arrays they stand on. What the method writes by reference is put there.
    /// A result that is no array comes back as one of a single entry; one that is not real, as none.
    /// </summary>
    public static Func<object?[], Value[]> Compile(MethodInfo method)
    {
        ParameterExpression arguments = Expression.Parameter(typeof(object[]), "arguments");
        var locals = new List<ParameterExpression>();
        List<Expression> before = [], passed = [], after = [];
        foreach (ParameterInfo parameter in method.GetParameters())
        {
            Expression argument = Expression.ArrayAccess(arguments, Expression.Constant(parameter.Position));
            if (Layout.Of(parameter.ParameterType) is { HasRows: false } layout && !parameter.ParameterType.IsArray)
            {
                passed.Add(Expression.New(parameter.ParameterType.GetConstructor([layout.Storage])!, Expression.Convert(argument, layout.Storage)));
                continue;
            }

            Type type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
            ParameterExpression local = Expression.Variable(type, parameter.Name);
            locals.Add(local);
            passed.Add(local);
            if (!parameter.IsOut || !parameter.ParameterType.IsByRef)
                before.Add(Expression.Assign(local, Expression.Convert(argument, type)));
            if (parameter.ParameterType.IsByRef)
                after.Add(Expression.Assign(argument, Expression.Convert(local, typeof(object))));
        }

        ParameterExpression result = Expression.Variable(typeof(Value[]), "result");
        Expression call = Expression.Call(method, passed);
        Expression entries = method.ReturnType == typeof(Value[]) ? call
            : method.ReturnType == typeof(Value) ? Expression.NewArrayInit(typeof(Value), call)
            : Expression.Block(call, Expression.NewArrayInit(typeof(Value)));
        return Expression.Lambda<Func<object?[], Value[]>>(
            Expression.Block([.. locals, result], [.. before, Expression.Assign(result, entries), .. after, result]),
            arguments).Compile();
    }
}
