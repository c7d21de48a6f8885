using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Loesningsbrikker.Shared;

/// <summary>Model binding's and validation's messages in Danish.</summary>
public static class DanishMessages
{
    /// <summary>Sets model binding's messages.</summary>
    public static void Use(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => $"»{value}« passer ikke i feltet {field}.");
        messages.SetMissingBindRequiredValueAccessor(field => $"Udfyld {field}.");
        messages.SetMissingKeyOrValueAccessor(() => "Udfyld feltet.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Der kom ikke noget indhold med.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"»{value}« kan ikke bruges her.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Værdien kan ikke bruges her.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Skriv et tal.");
        messages.SetUnknownValueIsInvalidAccessor(field => $"Værdien i {field} kan ikke bruges.");
        messages.SetValueIsInvalidAccessor(value => $"»{value}« kan ikke bruges her.");
        messages.SetValueMustBeANumberAccessor(field => $"Skriv et tal i {field}.");
        messages.SetValueMustNotBeNullAccessor(field => $"Udfyld {field}.");
        options.ModelMetadataDetailsProviders.Add(new ValidationMessages());
    }

    private sealed class ValidationMessages : IValidationMetadataProvider
    {
        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            // A value type that is not nullable gets a RequiredAttribute of the framework's own, with English text.
            foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
                if (attribute.ErrorMessage is null && attribute.ErrorMessageResourceName is null)
                    attribute.ErrorMessage = MessageFor(attribute);
        }

        private static string? MessageFor(ValidationAttribute attribute) => attribute switch
        {
            RequiredAttribute => "Udfyld {0}.",
            MaxLengthAttribute => "{0} må højst fylde {1} tegn.",
            MinLengthAttribute => "{0} skal fylde mindst {1} tegn.",
            StringLengthAttribute { MinimumLength: > 0 } => "{0} skal fylde mellem {2} og {1} tegn.",
            StringLengthAttribute => "{0} må højst fylde {1} tegn.",
            RangeAttribute range => string.Create(CultureInfo.InvariantCulture, $"{{0}} skal være mellem {range.Minimum} og {range.Maximum}."),
            EmailAddressAttribute => "Skriv en e-mailadresse som navn@kommune.dk.",
            CompareAttribute => "De to felter er ikke ens.",
            UrlAttribute => "Skriv en adresse, der begynder med https://.",
            RegularExpressionAttribute => "{0} er ikke skrevet rigtigt.",
            _ => null,
        };
    }
}
