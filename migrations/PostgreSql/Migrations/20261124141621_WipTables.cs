using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Loesningsbrikker.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class WipTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FormerNumber",
                table: "SolutionPieces",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "ImportDrafts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "PieceOrigins",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SolutionPieceId = table.Column<long>(type: "bigint", nullable: false),
                    Source = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Place = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    Fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ByUserId = table.Column<long>(type: "bigint", nullable: true),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PieceOrigins", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PieceOrigins_SolutionPieces_SolutionPieceId",
                        column: x => x.SolutionPieceId,
                        principalTable: "SolutionPieces",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_PieceOrigins_ProcessId_Fingerprint",
                table: "PieceOrigins",
                columns: new[] { "ProcessId", "Fingerprint" });

            migrationBuilder.CreateIndex(
                name: "IX_PieceOrigins_SolutionPieceId",
                table: "PieceOrigins",
                column: "SolutionPieceId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PieceOrigins");

            migrationBuilder.DropColumn(
                name: "FormerNumber",
                table: "SolutionPieces");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "ImportDrafts");
        }
    }
}
