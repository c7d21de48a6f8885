using System.Reflection;
using System.Reflection.Emit;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>Which types a type mentions: base types, interfaces, attributes, members, and what its method bodies call.</summary>
public static class TypeReferences
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    /// <summary>
    /// What <paramref name="types"/>, and the types of their own namespace that they lead to, mention of ASP.NET Core.
    /// Identity's base class of a user is the one that the house allows.
    /// </summary>
    public static IEnumerable<string> ToAspNet(IEnumerable<Type> types)
    {
        var seen = types.ToHashSet();
        var waiting = new Queue<Type>(seen);
        while (waiting.TryDequeue(out var type))
            foreach (var mentioned in Of(type).SelectMany(Parts).Distinct())
                if (mentioned.Namespace?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true && !mentioned.Name.StartsWith("IdentityUser`", StringComparison.Ordinal))
                    yield return $"{type.FullName} mentions {mentioned.FullName ?? mentioned.Name}";
                else if (mentioned.Assembly == type.Assembly && mentioned.Namespace == type.Namespace && seen.Add(mentioned))
                    waiting.Enqueue(mentioned);
    }

    private static IEnumerable<Type> Of(Type type)
    {
        IEnumerable<Type?> mentioned = [type.BaseType, .. type.GetInterfaces(), .. type.GetNestedTypes(Everything), .. Attributes(type)];
        foreach (var member in type.GetMembers(Everything).Where(m => m is not Type))
            mentioned = mentioned.Concat(Attributes(member)).Concat(member switch
            {
                FieldInfo field => [field.FieldType],
                PropertyInfo property => [property.PropertyType],
                MethodInfo method => [method.ReturnType, .. Signature(method), .. Body(method)],
                ConstructorInfo constructor => [.. Signature(constructor), .. Body(constructor)],
                _ => [],
            });
        return mentioned.OfType<Type>();
    }

    /// <summary>The type itself, its element type and its type arguments.</summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        var plain = type.HasElementType ? type.GetElementType()! : type;
        return plain.IsGenericType ? [plain.GetGenericTypeDefinition(), .. plain.GetGenericArguments().SelectMany(Parts)] : [plain];
    }

    private static IEnumerable<Type> Attributes(MemberInfo member) => member.GetCustomAttributesData().Select(a => a.AttributeType);

    private static IEnumerable<Type> Signature(MethodBase method) => method.GetParameters().Select(p => p.ParameterType);

    private static IEnumerable<Type?> Body(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
            return [];
        return [.. body.LocalVariables.Select(v => v.LocalType), .. Tokens(body.GetILAsByteArray()!).SelectMany(token => TypesOf(method, token))];
    }

    private static IEnumerable<Type?> TypesOf(MethodBase method, int token)
    {
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var member = method.Module.ResolveMember(token, typeArguments, method.IsGenericMethod ? method.GetGenericArguments() : null);
        return member switch
        {
            Type type => [type],
            MethodInfo called => [called.DeclaringType, called.ReturnType, .. Signature(called), .. called.GetGenericArguments()],
            _ => [member?.DeclaringType],
        };
    }

    /// <summary>The metadata tokens of types, fields and methods in a method body (ECMA-335, partition III).</summary>
    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[++at])) : code[at];
            at++;
            var operand = OpCodesByValue[value].OperandType;
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return BitConverter.ToInt32(code, at);
            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }
}
